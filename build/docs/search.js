// Search in the docs: sections that have all words, those with the words in their heading first. Without scripts the menu has all pages.
const form = document.querySelector("form[role=search]");
const [input, list] = [form.querySelector("input"), form.querySelector("ul")];
const up = form.dataset.up;
let sections = null;

form.hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const first = list.querySelector("a");
  if (first !== null) location.assign(first.href);
});
form.addEventListener("keydown", (event) => {
  if (event.key === "Escape") list.replaceChildren();
});
form.addEventListener("focusout", ({ relatedTarget }) => {
  if (relatedTarget !== null && !form.contains(relatedTarget)) list.replaceChildren();
});
input.addEventListener("input", async () => {
  sections ??= fetch(`${up}search.json`).then((answer) => answer.json());
  const found = matching(await sections, input.value);
  list.replaceChildren(...found.slice(0, 12).map(itemOf));
});

function matching(all, typed) {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const hits = all.filter(({ heading, text }) => {
    const whole = `${heading} ${text}`.toLowerCase();
    return words.every((word) => whole.includes(word));
  });
  const rank = ({ heading }) => words.filter((word) => !heading.toLowerCase().includes(word)).length;
  return hits.sort((one, other) => rank(one) - rank(other));
}

function itemOf({ page, address, id, heading }) {
  const [item, link, where] = ["li", "a", "span"].map((name) => document.createElement(name));
  link.href = `${up}${address}${id === "" ? "" : `#${id}`}`;
  link.className = "hit";
  link.textContent = heading;
  where.textContent = heading === page ? "" : page;
  link.append(" ", where);
  item.append(link);
  return item;
}
