// The theme that was chosen in the desk; without it, or without scripts, the system's.
try {
  document.documentElement.dataset.theme = localStorage.getItem("sitrep.theme") ?? "system";
} catch {
  // A browser that keeps nothing has the system's.
}
