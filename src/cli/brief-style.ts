const written = `
:root {
  color-scheme: light dark;
  --ground: #fdfdfb; --text: #1b1d21; --quiet: #5a6069; --rule: #dcdcd6; --link: #1f4f8f;
  --violence: #a4161a; --pressure: #8a4b08; --talk: #2c6138; --posture: #6b4e00; --denial: #5b3a8e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #15171a; --text: #e7e6e2; --quiet: #a2a8b1; --rule: #33373d; --link: #8ab8f5;
    --violence: #ff8f8a; --pressure: #f2b36b; --talk: #8fd19e; --posture: #e6c867; --denial: #c7a9f5;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1.25rem 3rem; background: var(--ground); color: var(--text);
  font: 1rem/1.5 Georgia, "Times New Roman", serif; }
header { border-bottom: 3px double var(--text); padding-bottom: .75rem; }
h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; overflow-wrap: anywhere; }
header p { margin: .15rem 0 0; }
.period { font-size: 1.1rem; }
.size, .none, .told, footer, nav, time { color: var(--quiet); font-family: system-ui, sans-serif; }
.size, nav, footer { font-size: .875rem; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; margin-top: .6rem; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 2px; }
nav a { text-decoration: none; }
nav b { color: var(--text); }
h2 { margin: 1.9rem 0 .4rem; padding-top: .4rem; border-top: 2px solid var(--text); font-size: 1.15rem; line-height: 1.3;
  overflow-wrap: anywhere; }
h2 span { font: .8rem system-ui, sans-serif; white-space: nowrap; }
.lead h2 { font-size: 1.5rem; }
h3 { margin: .8rem 0 .35rem; color: var(--quiet); font: 700 .78rem/1.4 system-ui, sans-serif; letter-spacing: .05em; text-transform: uppercase; }
ul { list-style: none; margin: 0; padding: 0; }
main > section > ul > li { padding: .3rem 0 .3rem .8rem; border-left: 3px solid var(--rule); margin-bottom: .6rem; }
main li.violence { border-left-color: var(--violence); }
main li.pressure { border-left-color: var(--pressure); }
main li.talk { border-left-color: var(--talk); }
main li.posture { border-left-color: var(--posture); }
main li.denial { border-left-color: var(--denial); }
.head { margin: 0; overflow-wrap: anywhere; }
time { font-size: .8rem; white-space: nowrap; }
.mark { font: 600 .85rem/1.3 system-ui, sans-serif; }
.violence .mark { color: var(--violence); }
.pressure .mark { color: var(--pressure); }
.talk .mark { color: var(--talk); }
.posture .mark { color: var(--posture); }
.denial .mark { color: var(--denial); }
.fact { font-size: .925rem; }
.fact::before { content: "· "; color: var(--quiet); }
blockquote { margin: .3rem 0 0; font-size: .975rem; overflow-wrap: anywhere; }
blockquote:not(:has(q)) { color: var(--text); opacity: .88; }
q { quotes: "“" "”" "‘" "’"; font-style: italic; }
.side { margin: .5rem 0 0; padding-left: .75rem; border-left: 1px solid var(--rule); }
h4 { margin: 0; font: 600 .875rem/1.4 system-ui, sans-serif; }
h2 span, h4 span { color: var(--quiet); font-weight: 400; }
.side li { margin-top: .2rem; font-size: .95rem; overflow-wrap: anywhere; }
.besides blockquote { font-size: .875rem; }
.told { margin: .3rem 0 0; font-size: .8rem; }
.told b { color: var(--text); }
code { font: .75rem/1.4 ui-monospace, monospace; color: var(--quiet); overflow-wrap: anywhere; }
.told code { margin-left: .35rem; }
.none { margin: .3rem 0 0; font-size: .9rem; }
footer { margin-top: 2.2rem; padding-top: .6rem; border-top: 1px solid var(--rule); }
@media (max-width: 30rem) { body { padding: 1rem .8rem 2rem; } h1 { font-size: 1.5rem; } }
@page { margin: 15mm; }
@media print {
  :root { --ground: #fff; --text: #000; --quiet: #444; --rule: #bbb; --link: #000;
    --violence: #000; --pressure: #000; --talk: #000; --posture: #000; --denial: #000; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav { display: none; }
  main > section > ul > li { break-inside: avoid; padding: .2rem 0 .2rem .6rem; margin-bottom: .35rem; }
  h2, h3 { break-after: avoid; }
  h2 { margin-top: 1rem; }
  a { text-decoration: none; }
}
`;

/**
 * The style of a brief as a page. The colours of marks keep a contrast of 4.5 to 1 on both grounds (WCAG 2.2, 1.4.3). Programs that read mail know no
 * variables: each rule that has one stands there with the light colour before.
 */
export const briefStyle = written.replace(
  /([a-z-]+): ([^;{}]*)var\((--[a-z]+)\)([^;{}]*);/g,
  (rule, name, before, colour, after) => {
    const [, light = ""] = new RegExp(`${colour}: (#[0-9a-f]+);`).exec(written) ?? [];
    return `${name}: ${before}${light}${after}; ${rule}`;
  },
);
