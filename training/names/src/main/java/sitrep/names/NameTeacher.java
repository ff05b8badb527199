// SPDX-License-Identifier: Apache-2.0
package sitrep.names;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.component.tokenizer.token.Token;
import edu.emory.mathcs.nlp.decode.NLPDecoder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Labels names in English text with OntoNotes' 18 types, using Emory NLP4J.
 *
 * <p>Reads JSON Lines {@code {"id", "text"}} on standard input and writes
 * {@code {"id", "names": [[start, end, "TYPE"], ...]}} on standard output, one line for each line
 * read. Offsets count UTF-16 units of the text given, as JavaScript's do. What could not be
 * aligned is counted on standard error.
 */
public final class NameTeacher {
  private final NLPDecoder decoder;
  private long words;
  private long moved;
  private long lost;
  private long names;

  private NameTeacher(NLPDecoder decoder) {
    this.decoder = decoder;
  }

  /** A name found: where it lies in the text, and its type. */
  private record Name(int start, int end, String type) {}

  public static void main(String[] args) throws IOException {
    NameTeacher teacher;
    try (InputStream config = NameTeacher.class.getResourceAsStream("/decode-names.xml")) {
      teacher = new NameTeacher(new NLPDecoder(config));
    }
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    var gson = new Gson();
    long start = System.nanoTime();
    int done = 0;
    for (String line; (line = in.readLine()) != null; ) {
      JsonObject document = gson.fromJson(line, JsonObject.class);
      var answer = new JsonObject();
      answer.add("id", document.get("id"));
      answer.add("names", toJson(teacher.label(document.get("text").getAsString())));
      out.println(gson.toJson(answer));
      if (++done % 50 == 0) {
        out.flush();
        System.err.printf("%d texts, %.0f s%n", done, (System.nanoTime() - start) / 1e9);
      }
    }
    out.flush();
    System.err.printf(
        "%d texts, %d words (%d found by search, %d lost), %d names, %.0f s%n",
        done, teacher.words, teacher.moved, teacher.lost, teacher.names,
        (System.nanoTime() - start) / 1e9);
  }

  private static JsonArray toJson(List<Name> found) {
    var list = new JsonArray();
    for (Name name : found) {
      var triple = new JsonArray();
      triple.add(name.start());
      triple.add(name.end());
      triple.add(name.type());
      list.add(triple);
    }
    return list;
  }

  /** Labels a whole text, paragraph by paragraph, so that no sentence runs over a line's end. */
  private List<Name> label(String text) {
    var found = new ArrayList<Name>();
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        end = text.length();
      }
      String paragraph = plain(text.substring(start, end));
      if (!paragraph.isBlank()) {
        labelParagraph(paragraph, start, found);
      }
      start = end + 1;
    }
    names += found.size();
    return found;
  }

  /**
   * Writes typographic marks the way the teacher's own training text does. Each character gives
   * exactly one, so offsets stay true.
   */
  private static String plain(String paragraph) {
    var plain = new StringBuilder(paragraph);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      switch (c) {
        case '\u2018', '\u2019', '\u02bc', '\u2032' -> plain.setCharAt(i, '\'');
        case '\u201c', '\u201d', '\u201e', '\u2033' -> plain.setCharAt(i, '"');
        case '\u2010', '\u2011' -> plain.setCharAt(i, '-');
        default -> {
          if (c < ' ' || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff') {
            plain.setCharAt(i, ' ');
          }
        }
      }
    }
    return plain.toString();
  }

  private void labelParagraph(String paragraph, int base, List<Name> found) {
    int[] cursor = {0};
    for (List<Token> sentence : decoder.getTokenizer().segmentize(paragraph)) {
      NLPNode[] nodes = decoder.decode(decoder.toNodeArray(sentence));
      var spans = new int[nodes.length][];
      for (int i = 1; i < nodes.length; i++) {
        spans[i] = place(nodes[i], paragraph, cursor);
      }
      collect(nodes, spans, base, found);
    }
  }

  /**
   * Where a token lies in the paragraph: where the tokenizer says it does if those are its very
   * letters, else the next place that has them, else nowhere.
   */
  private int[] place(NLPNode node, String paragraph, int[] cursor) {
    words++;
    String form = node.getWordForm();
    int start = node.getStartOffset();
    if (start < cursor[0] || !paragraph.startsWith(form, start)) {
      start = paragraph.indexOf(form, cursor[0]);
      // A match far off is another word that happens to be written alike.
      if (start < 0 || start > cursor[0] + 40) {
        lost++;
        return null;
      }
      moved++;
    }
    cursor[0] = start + form.length();
    return new int[] {start, cursor[0]};
  }

  /** Joins the tokens' BILOU tags into names; a name with a word that was not placed is dropped. */
  private static void collect(NLPNode[] nodes, int[][] spans, int base, List<Name> found) {
    for (int i = 1; i < nodes.length; i++) {
      String tag = nodes[i].getNamedEntityTag();
      if (tag == null || tag.length() < 3) {
        continue;
      }
      int last = i;
      String type = tag.substring(2);
      if (tag.charAt(0) != 'U') {
        while (tag.charAt(0) != 'L' && last + 1 < nodes.length) {
          String next = nodes[last + 1].getNamedEntityTag();
          if (next == null || !(next.equals("I-" + type) || next.equals("L-" + type))) {
            break;
          }
          last++;
          tag = next;
        }
      }
      boolean placed = true;
      for (int k = i; k <= last; k++) {
        placed &= spans[k] != null;
      }
      if (placed) {
        found.add(new Name(base + spans[i][0], base + spans[last][1], type));
      }
      i = last;
    }
  }
}
