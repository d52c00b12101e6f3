// Counts the words of a text area while somebody types. Without it, the page says how many there were.
for (const part of document.querySelectorAll("[data-count]")) {
  const area = part.querySelector("textarea");
  const line = part.querySelector("[data-count-words]");
  if (!area || !line) continue;
  const count = () => {
    const words = area.value.match(/[^\s…:;.,!?()'‘’"]+/g) || [];
    line.textContent = `${words.length} ${line.dataset.countWords}`;
  };
  area.addEventListener("input", count);
  count();
}
