// The box over every page, and the page of results. The page's own script loads this one when somebody wants to
// search; what it finds with, and the files of the index, are loaded with it. Results are links, and open as links do.
(function () {
  "use strict";
  const STATIC = new URL(".", document.currentScript.src).href;
  const ROOT = new URL("../", STATIC).href;
  const FOLDER = ROOT + "search/";
  const IN_BOX = 8, ON_PAGE = 20;
  const ROOM = 150;
  const GLASS = "M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11zM12.6 12.6l4.4 4.4";
  let words = null, engine = null, opening = null;

  // -- Loading ----------------------------------------------------------------------------------------------------

  function script(address) {
    return new Promise(function (resolve, reject) {
      const element = document.createElement("script");
      element.src = address;
      element.charset = "utf-8";
      element.onload = function () { element.remove(); resolve(); };
      element.onerror = function () { element.remove(); reject(new Error(address)); };
      document.head.append(element);
    });
  }

  /* The words of this script in the language of the site, and the engine with what every search needs. */
  function open() {
    if (!opening) {
      window.studylogWords = function (said) { words = said; };
      opening = Promise.all([script(FOLDER + "words.js"), script(STATIC + "search.js")]).then(function () {
        engine = new StudylogSearch.Engine(FOLDER);
        engine.load();
      });
      opening.catch(function () { opening = null; });
    }
    return opening;
  }

  // -- Elements ---------------------------------------------------------------------------------------------------

  function make(name, attributes, children) {
    const element = document.createElement(name);
    Object.entries(attributes || {}).forEach(function (pair) { element.setAttribute(pair[0], pair[1]); });
    (children || []).forEach(function (child) { element.append(child); });
    return element;
  }

  function glass() {
    const space = "http://www.w3.org/2000/svg", picture = document.createElementNS(space, "svg");
    const line = document.createElementNS(space, "path");
    line.setAttribute("d", GLASS);
    picture.setAttribute("viewBox", "0 0 20 20");
    picture.setAttribute("aria-hidden", "true");
    picture.setAttribute("class", "glass");
    picture.append(line);
    return picture;
  }

  function marked(pieces) {
    return pieces.map(function (piece) { return piece[1] ? make("mark", {}, [piece[0]]) : piece[0]; });
  }

  /* What is seen of a result: what it is and when, its title, and the passage. */
  function result(found, query, called) {
    const seen = StudylogSearch.shown(found, query, ROOM);
    const kind = make("span", { "class": "kind" }, [words.kinds[found.kind] || ""]);
    const title = make("span", { "class": "title" }, marked(seen.headline));
    const line = [kind, title];
    if (found.day) line.push(make("time", { datetime: found.day }, [called(found.day)]));
    if (seen.passage.length) line.push(make("span", { "class": "passage" }, marked(seen.passage)));
    return line;
  }

  function counted(answer, shown) {
    if (!shown) return answer.missing ? words.missing : words.none + " " + words.tip;
    const many = Math.max(answer.complete, shown);
    const lost = answer.lost.map(function (word) { return "“" + word + "”"; }).join(", ");
    return (many === 1 ? words.one : words.many.replace("{n}", many.toLocaleString())) +
      (lost ? " · " + words.near.replace("{words}", function () { return lost; }) : "") +
      (answer.missing ? " " + words.missing : "");
  }

  /* Searches, and makes what is seen of the results step by step, so that typing goes on meanwhile. */
  function find(text, limit, goesOn, done) {
    engine.search(text, { limit: limit }, function (answer) {
      function* making() {
        const made = [], found = answer.hits.map(function (hit) { return hit.found; });
        const called = found.length && StudylogSearch.dayNames(found, engine.index.manifest.newest, words.days);
        for (const hit of answer.hits) {
          made.push({ href: ROOT + hit.found.url, content: result(hit.found, answer.query, called) });
          yield;
        }
        return made;
      }
      StudylogSearch.inSteps(making(), goesOn, function (made) { done(made, answer); });
    });
  }

  function pageOf(text) { return ROOT + "search.html?q=" + encodeURIComponent(text.trim()); }

  // -- The box ----------------------------------------------------------------------------------------------------

  function Box() {
    const box = this;
    this.asked = 0;
    this.active = -1;
    this.options = [];
    this.input = make("input", {
      type: "text", role: "combobox", "aria-label": words.search, "aria-controls": "_hits", "aria-expanded": "false",
      "aria-autocomplete": "list", autocomplete: "off", autocapitalize: "off", autocorrect: "off", spellcheck: "false",
      enterkeyhint: "search", maxlength: "200", placeholder: words.placeholder
    });
    this.list = make("div", { id: "_hits", role: "listbox", "aria-label": words.results, hidden: "" });
    this.hint = make("p", { "class": "hint" }, [words.hint]);
    this.status = make("p", { role: "status", "class": "sum" });
    const closing = make("button", { type: "button", "class": "close", "aria-label": words.close }, [
      make("span", { "class": "fine" }, ["esc"]), make("span", { "class": "coarse" }, [words.close])
    ]);
    const keys = make("p", { "class": "keys", "aria-hidden": "true" });
    words.keys.forEach(function (pair) {
      keys.append(make("span", {}, [make("kbd", {}, [pair[0]]), " " + pair[1]]));
    });
    this.dialog = make("dialog", { "class": "palette", "aria-label": words.search }, [
      make("div", { "class": "field" }, [glass(), this.input, closing]),
      this.list, this.hint, make("div", { "class": "under" }, [this.status, keys])
    ]);
    document.body.append(this.dialog);
    closing.addEventListener("click", function () { box.dialog.close(); });
    this.dialog.addEventListener("click", function (event) { if (event.target === box.dialog) box.dialog.close(); });
    this.input.addEventListener("input", function () { box.search(); });
    this.input.addEventListener("keydown", function (event) { box.key(event); });
    this.list.addEventListener("pointermove", function (event) {
      const option = event.target.closest("[role=option]");
      if (option) box.choose(box.options.indexOf(option), false);
    });
  }

  Box.prototype.show = function () {
    if (!this.dialog.open) this.dialog.showModal();
    this.input.focus();
    this.input.select();
  };

  Box.prototype.search = function () {
    const box = this, text = this.input.value, asked = this.asked += 1;
    if (!text.trim()) {
      this.put([], "");
      this.hint.hidden = false;
      return;
    }
    this.list.setAttribute("aria-busy", "true");
    function goesOn() { return box.asked === asked; }
    find(text, IN_BOX, goesOn, function (made, answer) {
      box.hint.hidden = true;
      const options = made.map(function (one) { return box.option(one.href, "hit", one.content); });
      if (answer.hits.length >= IN_BOX) options.push(box.option(pageOf(text), "whole", [words.all]));
      box.put(options, counted(answer, made.length));
    });
  };

  Box.prototype.option = function (href, name, content) {
    return make("a", { role: "option", tabindex: "-1", "class": name, href: href, "aria-selected": "false" }, content);
  };

  Box.prototype.put = function (options, said) {
    options.forEach(function (option, number) { option.id = "_hit" + number; });
    this.options = options;
    this.active = -1;
    this.list.replaceChildren.apply(this.list, options);
    this.list.hidden = !options.length;
    this.list.setAttribute("aria-busy", "false");
    this.list.scrollTop = 0;
    this.input.setAttribute("aria-expanded", String(options.length > 0));
    this.status.textContent = said;
    this.choose(options.length ? 0 : -1, false);
  };

  /* Which option Enter opens; `seen` scrolls to it. */
  Box.prototype.choose = function (number, seen) {
    const before = this.options[this.active], now = this.options[number];
    if (before) before.setAttribute("aria-selected", "false");
    this.active = number;
    if (!now) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    now.setAttribute("aria-selected", "true");
    this.input.setAttribute("aria-activedescendant", now.id);
    if (seen) now.scrollIntoView({ block: "nearest" });
  };

  Box.prototype.key = function (event) {
    const many = this.options.length;
    if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      // What is seen while files are loaded answers what was typed before.
      const busy = this.list.getAttribute("aria-busy") === "true", option = busy ? null : this.options[this.active];
      const href = option ? option.href : this.input.value.trim() && pageOf(this.input.value);
      if (href && (event.ctrlKey || event.metaKey)) window.open(href, "_blank", "noopener");
      else if (href) this.go(href);
    } else if (many && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      this.choose((this.active + (event.key === "ArrowDown" ? 1 : many - 1)) % many, true);
    } else if (many && (event.key === "PageDown" || event.key === "PageUp")) {
      event.preventDefault();
      this.choose(event.key === "PageDown" ? many - 1 : 0, true);
    }
  };

  /* A result may stand on the page that is open: then the box has to go. */
  Box.prototype.go = function (href) {
    this.dialog.close();
    location.href = href;
  };

  // -- The page of results ------------------------------------------------------------------------------------------

  function Page(place) {
    const page = this;
    this.asked = 0;
    this.limit = ON_PAGE;
    this.input = place.querySelector("input");
    this.list = place.querySelector(".hits");
    this.status = place.querySelector(".sum");
    this.ways = place.querySelector(".ways");
    this.further = place.querySelector(".further");
    place.hidden = false;
    document.querySelector(".unscripted").hidden = true;
    this.input.value = new URLSearchParams(location.search).get("q") || "";
    this.input.addEventListener("input", function () {
      page.limit = ON_PAGE;
      page.search();
    });
    this.further.addEventListener("click", function () {
      const first = page.limit;
      page.limit += ON_PAGE;
      page.search(function () {
        const link = page.list.children[first] && page.list.children[first].querySelector("a");
        if (link) link.focus();
      });
    });
    open().then(function () { page.search(); }, function () { page.lost(); });
    this.show();
  }

  Page.prototype.show = function () {
    this.input.focus();
    this.input.setSelectionRange(this.input.value.length, this.input.value.length);
  };

  Page.prototype.search = function (done) {
    const page = this, text = this.input.value, asked = this.asked += 1;
    if (!engine) return;
    // Refused for a page that lies in a folder: its address then stays.
    try { history.replaceState(null, "", text.trim() ? pageOf(text) : ROOT + "search.html"); } catch (refused) { /* */ }
    if (!text.trim()) {
      this.put([], "", false);
      this.ways.hidden = false;
      return;
    }
    function goesOn() { return page.asked === asked; }
    find(text, this.limit, goesOn, function (made, answer) {
      page.ways.hidden = made.length > 0;
      const rows = made.map(function (one) {
        return make("li", {}, [make("a", { "class": "hit", href: one.href }, one.content)]);
      });
      page.put(rows, counted(answer, made.length), answer.hits.length >= page.limit);
      if (done) done();
    });
  };

  Page.prototype.put = function (rows, said, more) {
    this.list.replaceChildren.apply(this.list, rows);
    this.status.textContent = said;
    this.further.hidden = !more;
  };

  Page.prototype.lost = function () { this.status.textContent = this.status.dataset.lost; };

  // -- Ways in ------------------------------------------------------------------------------------------------------

  let shown = null, page = null;

  function show() {
    if (page) {
      page.show();
      return;
    }
    open().then(function () {
      shown = shown || new Box();
      shown.show();
    }, function () { location.href = ROOT + "search.html"; });
  }

  const place = document.querySelector("[data-searching]");
  if (place) page = new Page(place);
  window.studylogBox = { show: show, open: open };
})();
