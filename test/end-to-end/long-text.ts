const names = ["Ada Lenz", "Jonas Pell", "Ines Okoro", "Karl Osten", "Mara Lindqvist", "Otto Brandt", "Sofia Pell"];
const roles = ["the harbour master", "a doctor in Orsen", "the foreign minister", "who leads the dockers’ union"];
const verbs = ["said", "told reporters", "warned", "denied", "insisted", "told the Vell Courier"];
const claims = [
  "the bridge at Lem would stay shut until the spring",
  "no ship had left the port since the blast",
  "forty lorries an hour were crossing the border",
  "the army’s guns had not fired on the camp",
  "the talks in Halverstad were over",
];
const narration = [
  "Rain fell on the hills all night.",
  "The ferry, which had been inspected in May, lay at the quay.",
  "Two cranes and a warehouse were lost.",
  "In the capital, shops opened late and the trams did not run at all.",
  "A column of lorries stood on the road to Lem, and the drivers slept in their cabs.",
];

/** News prose of at least so many words, the same on every call: no two paragraphs near each other are alike. */
export function longText(words: number): string {
  const paragraphs: string[] = ["A long report from the coast"];
  let count = 0;
  for (let i = 0; count < words; i++) {
    const paragraph = paragraphAt(i);
    paragraphs.push(paragraph);
    count += paragraph.split(" ").length;
  }
  return paragraphs.join("\n\n");
}

function paragraphAt(i: number): string {
  const pick = (list: readonly string[], step: number): string => list[Math.floor(i / step + i) % list.length] ?? "";
  const name = pick(names, 3);
  const claim = pick(claims, 2);
  const other = pick(claims, 5);
  const shapes = [
    `${name}, ${pick(roles, 4)}, ${pick(verbs, 1)} that ${claim}. ${pick(narration, 2)}`,
    `“We were told that ${claim},” ${name} said. “Nobody asked us. ${pick(narration, 3)}”`,
    `${pick(narration, 1)} According to ${name}, ${claim}. ${pick(narration, 4)}`,
    `“It was report no. ${i},” said ${name}. “It said: ‘${other}.’”`,
    `${pick(narration, 5)} ${pick(narration, 2)} Officials did not say whether ${other}.`,
    narration.join(" "),
    `On day ${i} the crews went home. ${narration.join(" ")}`,
    [...narration].reverse().join(" "),
  ];
  return shapes[i % shapes.length] ?? "";
}
