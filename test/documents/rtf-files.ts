const quay = "The quay of Lorrimer was shut on Monday after a crane fell, the port authority said.";
const brandt = "\\ldblquote No ship will load here this week,\\rdblquote  harbour master Odile Brandt told reporters.";

function rtf(
  body: string,
  head = "\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}{\\f1\\fswiss\\fcharset204 Arial;}{\\f2\\fcharset128 MS Gothic;}}",
): Buffer {
  return Buffer.from(
    `{\\rtf1${head}{\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\s0 Normal;}}\n${body}}`,
    "latin1",
  );
}

export const rtfFiles: Readonly<Record<string, () => Uint8Array>> = {
  "release.rtf": () =>
    rtf(
      `{\\info{\\title Quay of Lorrimer shut}{\\author Ada Lenz}{\\creatim\\yr2031\\mo3\\dy5\\hr8\\min30}}{\\header Port authority\\par}\\pard\\b Quay of Lorrimer shut\\b0\\par\n\\pard LORRIMER, March 3, 2031 \\emdash  ${quay}\\par ${brandt}\\par`,
    ),
  "created.rtf": () => rtf(`{\\info{\\creatim\\yr2031\\mo3\\dy5}}${quay}\\par`),
  "unicode.rtf": () =>
    rtf(
      "Minister \\u321?ukasz Brandt\\u8217\\'92s ship, the \\u-10179?\\u-8692? of Vesht, is caf\\'e9-white.\\par {\\uc2 It is \\u945\\'61\\'61 first.}",
    ),
  "cyrillic.rtf": () =>
    rtf("\\f1 \\'cf\\'ee\\'f0\\'f2 \\'e7\\'e0\\'ea\\'f0\\'fb\\'f2.\\par \\f0 The port is shut, they said.\\par"),
  "japanese.rtf": () =>
    rtf("\\f2 \\'8d\\'60\\'82\\'cd\\'95\\'c2\\'8d\\'bd\\par \\f0 The port is shut, they said.\\par"),
  "table.rtf": () => rtf("\\trowd\\cellx1000\\cellx2000 Ship\\cell Since\\cell\\row\\pard The quay is shut.\\par"),
  "picture.rtf": () => rtf(`The quay\\par{\\pict\\pngblip 89504e470d0a}{\\*\\shppict{\\pict\\bin4 {}{}}}${quay}\\par`),
  "note.rtf": () =>
    rtf(
      `The quay is shut{\\super\\chftn}{\\footnote\\pard The crane was built in 1989.\\par} and the ships wait.\\par ${brandt}\\par`,
    ),
  "fields.rtf": () =>
    rtf(
      "See {\\field{\\*\\fldinst HYPERLINK \"http://port.example\"}{\\fldrslt the port's page}} and {\\v hidden words }the {\\deleted open }shut quay.\\par\\pard{\\listtext\\'b7\\tab}one thing;\\par",
    ),
  "broken-cut-off.rtf": () => rtf(`${quay}\\par ${brandt}\\par It bro`).subarray(0, -12),
  "broken-groups.rtf": () => rtf(`}}} ${quay}\\par {{{{ ${brandt}\\par`),
  "broken-no-text.rtf": () => rtf("{\\info{\\title Quay shut}}"),
  "broken-deep.rtf": () => rtf(`${"{".repeat(200_000)}${quay}`),
};
