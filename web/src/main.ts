import "./design/tokens.css";
import "./design/base.css";
import { mount } from "svelte";
import App from "./App.svelte";

const target = document.getElementById("desk");
if (target === null) throw new Error("Found no #desk in the page; index.html has it.");
mount(App, { target });
