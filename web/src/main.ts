import "./design/tokens.css";
import "./design/base.css";
import { mount } from "svelte";
import App from "./App.svelte";
// The page that most people open first comes with the program: fetching it and its parts behind that took as long as all else.
import "./pages/BriefPage.svelte";

const target = document.getElementById("desk");
if (target === null) throw new Error("Found no #desk in the page; index.html has it.");
mount(App, { target });
