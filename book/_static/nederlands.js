// The search script takes its sentences from Sphinx's Dutch translation, which
// lacks this one.
Documentation.addTranslations({
  locale: "nl",
  plural_expr: "n != 1",
  messages: {
    "Search finished, found ${resultCount} page(s) matching the search query.":
      "Gevonden: ${resultCount} pagina('s).",
  },
});
