// What needs a script on every page: the theme, copying, keys, contents that follow. All else works without.
(function () {
  "use strict";
  var root = document.documentElement;
  var here = document.currentScript.src.replace(/static\/site\.js.*$/, "");

  function all(selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); }
  function made(name, kind, text) {
    var element = document.createElement(name);
    if (kind) element.className = kind;
    if (text) element.textContent = text;
    return element;
  }
  function seen(element) { return element.getClientRects().length > 0; }

  // Storage may be refused: by a setting, in a frame, or on file://.
  function stored(value) {
    try {
      if (value === undefined) return localStorage.getItem("studylog-theme");
      localStorage.setItem("studylog-theme", value);
    } catch (refused) { /* The theme then lasts as long as the page. */ }
    return value;
  }

  var theme = stored();
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;

  function shownTheme() {
    return root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  }

  function themeButton() {
    var button = document.querySelector(".theme");
    if (!button) return;
    var word = button.querySelector(".theme-word");
    function name() { word.textContent = shownTheme() === "dark" ? button.dataset.light : button.dataset.dark; }
    button.addEventListener("click", function () {
      root.dataset.theme = stored(shownTheme() === "dark" ? "light" : "dark");
      name();
    });
    name();
    button.hidden = false;
  }

  function copy(text) {
    if (navigator.clipboard && isSecureContext) return navigator.clipboard.writeText(text);
    var field = made("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
    return Promise.resolve();
  }

  // A button that copies what `text` gives, and says so for a moment.
  function copier(words, word, text) {
    var button = made("button", "copy", word);
    button.type = "button";
    button.addEventListener("click", function () {
      copy(text()).then(function () {
        button.textContent = words.copied;
        setTimeout(function () { button.textContent = word; }, 1500);
      }, function () { button.textContent = text(); });
    });
    return button;
  }

  function copyButtons() {
    var rail = document.querySelector("[data-copied]");
    if (!rail) return;
    var words = rail.dataset, page = location.href.split("#")[0];
    all(".card[id] > header .end").forEach(function (end) {
      var id = end.closest(".card").id;
      end.prepend(copier(words, words.copy, function () { return page + "#" + id; }));
    });
    all("[data-copy-here]").forEach(function (place) {
      place.append(copier(words, words.copy, function () { return page; }));
    });
    all(".flow pre").forEach(function (code) {
      var box = made("div", "code");
      code.replaceWith(box);
      box.append(code, copier(words, words.code, function () { return code.textContent; }));
    });
  }

  // Only what really scrolls is a stop of the keyboard, however wide the window becomes.
  function scrollers() {
    var sizes = new ResizeObserver(function (changed) {
      changed.forEach(function (one) {
        var box = one.target, wide = box.scrollWidth > box.clientWidth;
        box.tabIndex = wide ? 0 : -1;
        box.classList.toggle("wide", wide);
      });
    });
    all("pre, .table, .formula").forEach(function (box) { sizes.observe(box); });
  }

  // The entry of the contents under which one reads is marked.
  function follow() {
    var entries = all(".contents a").map(function (link) {
      return { link: link, target: document.getElementById(decodeURIComponent(link.hash.slice(1))) };
    }).filter(function (entry) { return entry.target; });
    if (!entries.length) return;
    var waiting = false;
    function mark() {
      waiting = false;
      var now = null;
      entries.forEach(function (entry) {
        if (seen(entry.target) && entry.target.getBoundingClientRect().top < 120) now = entry;
      });
      entries.forEach(function (entry) {
        if (entry === now) entry.link.setAttribute("aria-current", "true");
        else entry.link.removeAttribute("aria-current");
      });
    }
    addEventListener("scroll", function () {
      if (!waiting) { waiting = true; requestAnimationFrame(mark); }
    }, { passive: true });
    mark();
  }

  // Pictures that nobody has scrolled to, or that are folded, would be blank on paper: where one prints, they come as
  // soon as all else is there.
  if (matchMedia("(pointer: fine)").matches) addEventListener("load", function () {
    all("img[loading]").forEach(function (one) { one.loading = "eager"; });
  });

  // What searches is loaded when somebody wants to search.
  var boxes = [];
  function box(then) {
    if (window.studylogBox) { then(window.studylogBox); return; }
    if (boxes.push(then) > 1) return;
    styled(function () {
      load("box.js", function () { boxes.splice(0).forEach(function (one) { one(window.studylogBox); }); }, function () {
        boxes = [];
        location.href = here + "search.html";
      });
    });
  }

  // What lies over a page is styled with the lists, not with what one reads.
  function styled(then) {
    var sheet = document.querySelector('link[href$="static/style.css"]');
    if (!sheet) { then(); return; }
    var lists = sheet.cloneNode();
    lists.href = here + "static/lists.css";
    lists.onload = lists.onerror = function () { sheet.remove(); then(); };
    sheet.after(lists);
  }

  function load(name, done, failed) {
    var script = made("script");
    script.src = here + "static/" + name;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  }

  function search() { box(function (one) { one.show(); }); }

  function searching() {
    var way = document.querySelector(".seek");
    if (!way) return;
    way.querySelector("kbd").hidden = false;
    way.setAttribute("role", "button");
    if (!document.querySelector("[data-searching]")) way.setAttribute("aria-haspopup", "dialog");
    way.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      search();
    });
    way.addEventListener("pointerenter", function () { box(function (one) { one.open(); }); }, { once: true });
    // A button is also pressed by the space bar, a link is not.
    way.addEventListener("keydown", function (event) {
      if (event.key === " ") { event.preventDefault(); search(); }
    });
    document.addEventListener("keydown", function (event) {
      if (event.isComposing || event.altKey || event.shiftKey && event.key !== "/") return;
      var command = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
      var slash = event.key === "/" && !event.ctrlKey && !event.metaKey &&
        !event.target.closest("input, textarea, select, [contenteditable]");
      if (command || slash) { event.preventDefault(); search(); }
    });
  }

  // Keys: j and k go on and back, [ and ] turn the page, g with a letter goes to a noun, ? tells them all.
  var STOPS = ".card > header .id, .rows a.text, .lines a.text, .m > .when, .agenda .what a, .board th a";
  var NOUNS = { h: "index.html", m: "meetings/index.html", q: "questions/index.html", l: "lectures/index.html",
    p: "papers/index.html", e: "people/index.html", w: "weeks/index.html", n: "notes/index.html", r: "resources.html" };
  var going = 0;

  function step(way) {
    var stops = all("main :is(" + STOPS + ")").filter(seen);
    var at = stops.indexOf(document.activeElement);
    if (at < 0) {
      at = stops.findIndex(function (stop) { return stop.getBoundingClientRect().top > 0; });
      if (way > 0) at -= 1;
    }
    var next = stops[Math.max(0, at + way)];
    if (next) { next.focus({ preventScroll: true }); next.scrollIntoView({ block: "center" }); }
  }

  function press(selector) {
    var pressed = document.querySelector(selector);
    if (pressed) pressed.click();
  }

  function noun(letter) {
    var link = all(".rail nav a").filter(function (one) { return NOUNS[letter] && one.href === here + NOUNS[letter]; })[0];
    if (link) location.href = link.href;
  }

  window.studylogKeys = function (words) {
    var dialog = made("dialog", "palette keyboard"), list = made("dl");
    dialog.setAttribute("aria-label", words.title);
    words.keys.forEach(function (pair) {
      var row = made("div"), keys = made("dt");
      pair[0].split(" ").forEach(function (key) { keys.append(made("kbd", "", key)); });
      row.append(keys, made("dd", "", pair[1]));
      list.append(row);
    });
    var close = made("button", "close", words.close);
    close.autofocus = true;
    close.addEventListener("click", function () { dialog.close(); });
    dialog.append(made("h2", "", words.title), list, close);
    document.body.append(dialog);
    window.studylogKeys = null;
    dialog.showModal();
  };

  function help() {
    var dialog = document.querySelector(".keyboard");
    if (dialog) { dialog.showModal(); return; }
    styled(function () { load("keys.js"); });
  }

  function keys(event) {
    var letter = event.key;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.querySelector("dialog[open]")) return;
    // For a moment, what was closed still has the focus.
    if (event.target.closest("input, select, textarea") && !event.target.closest("dialog")) return;
    var went = going && Date.now() - going < 1200;
    going = 0;
    if (went) noun(letter);
    else if (letter === "j") step(1);
    else if (letter === "k") step(-1);
    else if (letter === "[") press('main a[rel="prev"]');
    else if (letter === "]") press('main a[rel="next"]');
    else if (letter === "t") press(".theme");
    else if (letter === "g") going = Date.now();
    else if (letter === "?") help();
    else return;
    event.preventDefault();
  }

  document.addEventListener("DOMContentLoaded", function () {
    themeButton();
    copyButtons();
    scrollers();
    follow();
    searching();
    document.addEventListener("keydown", keys);
    var current = document.querySelector(".rail [aria-current]");
    var strip = current && current.closest("ul");
    if (strip) strip.scrollLeft = current.offsetLeft - strip.clientWidth / 2;
  });
})();
