// The manager of the widgets is large: it is fetched when a reader opens an explorer.
document.addEventListener("toggle", (event) => {
  const explorer = event.target;
  if (!explorer.matches("details.opk-verkenner") || !explorer.open || window.opkWidgets) return;
  window.opkWidgets = true;
  const script = document.createElement("script");
  script.src = explorer.dataset.manager;
  script.onload = () => {
    // Who does not see the table change hears which one is there now.
    const status = explorer.querySelector("[role=status]");
    new MutationObserver(() => {
      const shown = explorer.querySelector(".opk-explorer :is(caption, .widget-html-content > p)");
      if (shown && shown.textContent !== status.textContent) status.textContent = shown.textContent;
    }).observe(explorer, { childList: true, subtree: true });
    // The manager draws the widgets of a page that has just loaded.
    window.dispatchEvent(new Event("load"));
  };
  // Where it does not come, opening the explorer again tries again.
  script.onerror = () => { script.remove(); window.opkWidgets = false; };
  document.head.append(script);
}, true);
