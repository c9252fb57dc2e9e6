// The texts of the whole book are fetched when a reader comes to a search field.
const fetchTexts = ({ target }) => {
  if (!target.closest?.("form.bd-search") || document.querySelector("script[src$='zoeken/zoeken.js']")) return;
  for (const name of ["gegevens.js", "zoeken.js"]) {
    const script = document.createElement("script");
    script.src = `${document.documentElement.dataset.content_root}zoeken/${name}`;
    // One after the other.
    script.async = false;
    document.head.append(script);
  }
};
for (const moment of ["focusin", "input"]) document.addEventListener(moment, fetchTexts);
