// The texts of the whole book are fetched when a reader comes to a search field.
const fetchTexts = ({ target }) => {
  if (!target.closest?.("form.bd-search") || document.querySelector("script[src$='zoeken/zoeken.js']")) return;
  const scripts = ["gegevens.js", "zoeken.js"].map((name) => {
    const script = document.createElement("script");
    script.src = `${document.documentElement.dataset.content_root}zoeken/${name}`;
    // One after the other.
    script.async = false;
    // Where one does not come, the next letter that is typed tries again.
    script.onerror = () => scripts.forEach((one) => one.remove());
    return script;
  });
  document.head.append(...scripts);
};
for (const moment of ["focusin", "input"]) document.addEventListener(moment, fetchTexts);
