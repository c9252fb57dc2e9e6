// Paper is light: a dark page becomes so while it is printed.
(({ dataset }) => {
  let shown;
  addEventListener("beforeprint", () => ([shown, dataset.theme] = [dataset.theme, "light"]));
  addEventListener("afterprint", () => (dataset.theme = shown));
})(document.documentElement);
