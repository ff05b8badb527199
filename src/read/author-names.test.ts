import { expect, test } from "vitest";
import { authorNames } from "./author-names.js";

test.each<readonly [string, readonly string[]]>([
  ["Tove Lind, Jo Abara and Rui Sant", ["Tove Lind", "Jo Abara", "Rui Sant"]],
  ["TOVE LIND, JO ABARA and RUI SANT", ["TOVE LIND", "JO ABARA", "RUI SANT"]],
  ["Tove Lind, Jo Abara, and Rui Sant", ["Tove Lind", "Jo Abara", "Rui Sant"]],
  ["Tove Lind; Jo Abara", ["Tove Lind", "Jo Abara"]],
  ["By Tove Lind & Jo Abara", ["Tove Lind", "Jo Abara"]],
  ["By Tove Lind, Port Editor, and Jo Abara, Reporter", ["Tove Lind", "Jo Abara"]],
  ["Tove Lind | Transport Correspondent", ["Tove Lind"]],
  ["Tove Lind, Velden", ["Tove Lind"]],
  ["Tove Lind in Port Orsen", ["Tove Lind"]],
  ["Tove Lind (Velden)", ["Tove Lind"]],
  ["Tove Lind, PhD", ["Tove Lind, PhD"]],
  ["Tove Lind <tove@mail.example>", ["Tove Lind"]],
  ["Tove Lind, 4 March 2031", ["Tove Lind"]],
  ["Jan van der Berg and T. O. Lind", ["Jan van der Berg", "T. O. Lind"]],
  ["Reuters and Tove Lind", ["Reuters", "Tove Lind"]],
  ["Lind, Tove", ["Lind, Tove"]],
  ["Ministry of Transport and Waterways", ["Ministry of Transport and Waterways"]],
  ["Foreign, Commonwealth and Lock Office", ["Foreign, Commonwealth and Lock Office"]],
  ["Staff Reporter", ["Staff Reporter"]],
  ["肖春芳", ["肖春芳"]],
  ["2 hours ago", []],
  ["admin", []],
  ["https://mail.example/staff/tove", []],
])("%s", (written, names) => {
  expect(authorNames([written])).toEqual(names);
});

test("what stands beside a name is none; nobody is named twice", () => {
  expect(authorNames(["Tove Lind", "Port Editor", "Email the author", "TOVE LIND", "@tove"])).toEqual(["Tove Lind"]);
});
