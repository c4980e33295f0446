"""What is asked of a page, in its own language.

Time in a page is the page's own: its timers run on the thread that builds the rows, so that a loaded machine
slows both down alike, and what the page had planned for sooner has happened before a later timer of ours.
"""

QUIET = """milliseconds => new Promise(resolve => {
  let timer = null;
  const done = () => { observer.disconnect(); clearTimeout(limit); resolve(true); };
  const again = () => { clearTimeout(timer); timer = setTimeout(done, milliseconds); };
  const observer = new MutationObserver(again);
  observer.observe(document, {subtree: true, childList: true});
  const stop = () => { clearTimeout(timer); observer.disconnect(); resolve(false); };
  const limit = setTimeout(stop, 10 * milliseconds);
  again();
})"""
"""Resolve when nothing was added or removed for so long; for a ticker or a clock, after ten times as long."""

ROWS = """selector => {
  const seen = window.__rows_read ??= new Set();
  const fresh = [], here = new Set();
  for (const row of document.querySelectorAll(selector)) {
    const link = row.matches("a[href]") ? row : row.querySelector("a[href]");
    const key = link ? link.href : row.textContent.trim();
    if (!key) continue;
    here.add(key);
    if (!seen.has(key)) { seen.add(key); fresh.push([key, row.outerHTML]); }
  }
  return {count: seen.size, fresh};
}"""
"""How many different rows the page has shown so far, and those that were not there before."""

RESTORE = """([selector, rows]) => {
  const keyOf = row => {
    const link = row.matches("a[href]") ? row : row.querySelector("a[href]");
    return link ? link.href : row.textContent.trim();
  };
  const there = [...document.querySelectorAll(selector)];
  const known = new Set(there.map(keyOf));
  const missing = rows.filter(([key]) => !known.has(key)).map(([, html]) => html);
  const place = there.length ? there[0].parentElement : document.body;
  if (missing.length) place.insertAdjacentHTML("afterbegin", missing.join(""));
  const doctype = document.doctype ? new XMLSerializer().serializeToString(document.doctype) : "";
  return {restored: missing.length, html: doctype + document.documentElement.outerHTML};
}"""
"""Return the page with all rows, those too that it took away while it was scrolled.

In one go: before the page's own observers can take them away again.
"""

PRESS = """selector => {
  const found = [...document.querySelectorAll(selector)];
  if (!found.length) return "none";
  const usable = found.find(element =>
    element.getClientRects().length && getComputedStyle(element).visibility !== "hidden"
    && !element.disabled && element.getAttribute("aria-disabled") !== "true");
  if (!usable) return "off";
  usable.scrollIntoView({block: "center"});
  usable.click();
  return "pressed";
}"""
"""Press a button, whatever lies on top of it."""

SCROLL = """async selector => {
  const frames = () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const rest = () => new Promise(resolve => setTimeout(resolve, 120)).then(frames);
  const page = document.scrollingElement || document.body;
  const rows = document.querySelectorAll(selector);
  if (rows.length) rows[0].scrollIntoView({block: "start"});
  window.scrollTo(0, Math.max(0, page.scrollHeight - 4 * window.innerHeight));
  await rest();
  if (rows.length) rows[rows.length - 1].scrollIntoView({block: "end"});
  await frames();
  window.scrollTo(0, page.scrollHeight);
  await rest();
}"""
"""Scroll up and to the end, slowly enough for an observer of the last row to see it go and come back."""

FITS = "() => (document.scrollingElement || document.body).scrollHeight <= window.innerHeight + 1"

SHOWN = """selector =>
  [...document.querySelectorAll(selector)].some(element => element.getClientRects().length)"""

FIND_BUTTON = r"""words => {
  const pattern = new RegExp(words, "i");
  const candidates = [...document.querySelectorAll(
    "button, [role=button], a:not([href]), a[href^='#'], a[href^='javascript']")];
  const isSaid = element => pattern.test((element.textContent || "").trim());
  const isNamed = element => [...element.attributes].some(attribute =>
    /^(data-(next|offset|load|more|page|url|endpoint)|hx-get)/.test(attribute.name) ||
    (/^(class|id)$/.test(attribute.name) &&
      /(load|show|see|view)[-_]?more|more[-_]?(btn|button|link)|infinite|paginat/i.test(attribute.value)));
  const shown = candidates.filter(element => (element.textContent || "").trim().length < 60 &&
    element.getClientRects().length && !element.closest("nav, header, form"));
  const found = shown.find(isSaid) || shown.find(isNamed);
  if (!found) return null;
  const name = found.tagName.toLowerCase();
  if (found.id) return "#" + CSS.escape(found.id);
  const classes = [...found.classList].map(c => "." + CSS.escape(c)).join("");
  const selector = name + classes;
  return document.querySelectorAll(selector).length === 1 ? selector : null;
}"""
"""CSS of the only button that promises more."""

FIND_ROWS = r"""() => {
  const groups = new Map();
  for (const link of document.querySelectorAll("a[href]")) {
    const text = link.textContent.trim();
    if (text.length < 15 || link.host !== location.host || !link.getClientRects().length) continue;
    let selector = "", element = link;
    for (let depth = 0; depth < 3 && element && element !== document.body; depth++) {
      const classes = [...element.classList].map(c => "." + CSS.escape(c)).join("");
      selector = element.tagName.toLowerCase() + classes + (selector ? " " + selector : "");
      if (classes) break;
      element = element.parentElement;
    }
    groups.set(selector, (groups.get(selector) || 0) + text.length);
  }
  return [...groups].sort((a, b) => b[1] - a[1]).map(([selector]) => selector)[0] || null;
}"""
"""CSS of the links that make up most of the page."""
