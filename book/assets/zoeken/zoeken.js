// Finds sections, tables and figures in what book/_ext/opkomst_search.py wrote, without a server.
(() => {
  const { stopwords, synonyms, entries } = window.opkZoeken;
  // So many results in the dialog, and on the page of the search.
  const [FEW, MANY] = [8, 50];
  // Points of a word in a title, where one in the text has 1, and a text never more than the next number:
  // a long list that says "tabel" a hundred times is not about it.
  const [IN_TITLE, MOST] = [20, 4];
  // A result shows so many characters, of which so many before the first word found.
  const [EXCERPT, BEFORE] = [220, 50];

  const stemmer = new Stemmer();
  const stems = new Map();
  // What the stemmer leaves apart: financieel and financiële, gezin and gezinnen, initiatief and initiatieven, scores.
  const together = (one) => one.replace(/(?<=...)es$/, "").replace(/(.)\1/g, "$1").replace(/v$/, "f").replace(/z$/, "s");
  const stem = (word) => {
    if (!stems.has(word)) {
      const folded = word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
      stems.set(word, together(stemmer.stemWord(folded)));
    }
    return stems.get(word);
  };
  const words = (text) => [...text.matchAll(/[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu)];
  const stemsOf = (text) => words(text).map(([word]) => stem(word));
  const empty = new Set(stopwords.map(stem));
  const phrase = (text) => {
    const all = [...new Set(stemsOf(text))];
    const meaning = all.filter((one) => !empty.has(one));
    return meaning.length ? meaning : all;
  };

  // Half a second of work on a phone, which waits until somebody asks something.
  let ready;
  const prepared = () => (ready ??= { index: indexOf(entries), titles: entries.map(titleOf), alternatives: otherNames() });
  // For every stem the entries that have it, with points.
  const indexOf = (entries) => {
    const index = new Map();
    entries.forEach((entry, number) => {
      const title = new Set(stemsOf(entry.title));
      const times = new Map([...title].map((one) => [one, 0]));
      for (const one of stemsOf(entry.text)) times.set(one, Math.min(MOST, (times.get(one) ?? 0) + 1));
      for (const [one, some] of times) {
        if (!index.has(one)) index.set(one, new Map());
        index.get(one).set(number, some + (title.has(one) ? IN_TITLE : 0));
      }
    });
    return index;
  };
  const titleOf = (entry) => ` ${stemsOf(entry.title).join(" ")} `;
  const otherNames = () => {
    const alternatives = new Map();
    for (const group of synonyms.map((forms) => forms.map(phrase))) {
      for (const [one, ...more] of group) if (!more.length) alternatives.set(one, group);
    }
    return alternatives;
  };

  // How well a word of the text answers one that was asked for.
  const likeness = (asked, there) => {
    if (asked === there) return 3;
    if (/\d/.test(asked) || asked.length < 4) return 0;
    return there.startsWith(asked) ? 2 : there.includes(asked) ? 1 : 0;
  };
  // Entries with one word, and the stems found in them.
  const withWord = (asked) => {
    const points = new Map();
    const found = new Set();
    for (const [there, numbers] of prepared().index) {
      const weight = likeness(asked, there);
      if (!weight) continue;
      found.add(there);
      for (const [number, some] of numbers) {
        points.set(number, Math.max(points.get(number) ?? 0, weight * Math.log2(1 + some)));
      }
    }
    return { points, found };
  };
  // Entries with a word, or with all words of another name for it.
  const withMeaning = (asked) => {
    const points = new Map();
    const found = new Set();
    for (const names of [[asked], ...(prepared().alternatives.get(asked) ?? [])]) {
      const each = names.map(withWord);
      for (const [number] of each[0].points) {
        const all = each.map((one) => one.points.get(number));
        if (!all.every(Boolean)) continue;
        points.set(number, Math.max(points.get(number) ?? 0, Math.min(...all)));
      }
      each.forEach((one) => one.found.forEach((there) => found.add(there)));
    }
    return { points, found };
  };

  // The entries with most of the words that were asked for, the best first.
  const search = (question) => {
    const terms = phrase(question).map(withMeaning);
    const whole = ` ${stemsOf(question).join(" ")} `;
    const ranked = entries.map((entry, number) => {
      const points = terms.map((term) => term.points.get(number) ?? 0);
      // "Tabel 12" is that table first of all.
      const begins = prepared().titles[number].startsWith(whole) ? 100 : 0;
      // What a chapter tells goes before proofs and lists.
      const told = /\/0[0-7]_/.test(entry.at) ? 3 : 1;
      const sum = points.reduce((one, other) => one + other, begins);
      return { entry, met: points.filter(Boolean).length, points: told * sum };
    });
    const most = Math.max(...ranked.map((one) => one.met));
    return {
      asked: terms.length,
      most,
      hits: ranked.filter((one) => most && one.met === most).sort((one, other) => other.points - one.points),
      isFound: (word) => terms.some((term) => term.found.has(stem(word))),
    };
  };

  // A part of the text where words were found, with each of them marked.
  const excerpt = (text, isFound) => {
    const at = words(text).filter(([word]) => isFound(word));
    const inside = (start) => at.filter((one) => one.index >= start && one.index < start + EXCERPT - BEFORE);
    const different = (start) => new Set(inside(start).map(([word]) => stem(word))).size;
    const first = at.reduce((best, one) => (different(one.index) > different(best) ? one.index : best), at[0]?.index ?? 0);
    const start = first > BEFORE ? text.indexOf(" ", first - BEFORE) + 1 : 0;
    const space = text.indexOf(" ", start + EXCERPT);
    const end = space < 0 ? text.length : space;
    const paragraph = document.createElement("p");
    let done = start;
    if (start) paragraph.append("… ");
    for (const { 0: word, index: place } of at.filter((one) => one.index >= start && one.index < end)) {
      const mark = document.createElement("mark");
      mark.textContent = word;
      paragraph.append(text.slice(done, place), mark);
      done = place + word.length;
    }
    paragraph.append(text.slice(done, end), end < text.length ? " …" : "");
    return paragraph;
  };

  const places = (number) => (number === 1 ? "1 plek" : `${number} plekken`);
  const summary = ({ asked, most, hits }, shown) => {
    if (!hits.length) return "Niets gevonden.";
    const where =
      most === asked
        ? `Gevonden op ${places(hits.length)}.`
        : `Nergens staan al die woorden samen. Wel ${most} ervan, op ${places(hits.length)}.`;
    return shown < hits.length ? `${where} De beste ${shown} staan hieronder.` : where;
  };

  const show = (field, box) => {
    const list = box.querySelector("ol");
    const more = box.querySelector(":scope > a");
    const question = field.value.trim();
    const result = question ? search(question) : { hits: [] };
    const most = more ? FEW : MANY;
    const root = document.documentElement.dataset.content_root;
    list.replaceChildren(
      ...result.hits.slice(0, most).map(({ entry }) => {
        const item = document.createElement("li");
        const link = document.createElement("a");
        link.href = root + entry.at;
        link.textContent = entry.title;
        item.append(link);
        if (entry.page !== entry.title) item.append(" ", Object.assign(document.createElement("span"), { textContent: entry.page }));
        item.append(excerpt(entry.text, result.isFound));
        return item;
      }),
    );
    // Said by a screen reader when it changes.
    box.querySelector("[role=status]").textContent = question ? summary(result, Math.min(most, result.hits.length)) : "";
    if (!more) return;
    more.hidden = result.hits.length <= most;
    more.href = `${field.form.action}?q=${encodeURIComponent(question)}`;
  };

  for (const form of document.querySelectorAll("form.bd-search")) {
    const field = form.querySelector("input");
    const box = form.parentElement.querySelector(".opk-found");
    let waiting;
    field.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(show, 200, field, box);
    });
    if (!form.closest("dialog")) field.value = new URLSearchParams(location.search).get("q") ?? "";
    show(field, box);
    // Within the dialog a link to the page itself leads there, too.
    box.addEventListener("click", ({ target }) => target.closest("a") && form.closest("dialog")?.close());
  }
})();
