/* Small comforts. Every page works without them. */
(function () {
  "use strict";
  function opened(name) { try { var found = window[name]; found.getItem("x"); return found; } catch (none) { return null; } }

  /* What is being typed survives a reload and the change of language, kept by form and field: for whoever is signed in on this browser until they sign
     out; for anybody else, and in a sensitive project, in this tab alone. `whose` is the session; a page that cannot
     tell whose it is neither shows nor forgets anything. */
  var tab = opened("sessionStorage"), browser = opened("localStorage"), whose = document.body.getAttribute("data-drafts");
  function each(store, name, act) { Object.keys(store || {}).forEach(function (key) { if (key.indexOf(name) === 0) { act(key); } }); }
  function clear() { [tab, browser].forEach(function (store) { each(store, "draft ", function (key) { store.removeItem(key); }); }); }
  if (browser && whose !== null && (browser.getItem("whose") || "") !== whose) {
    if (browser.getItem("whose")) { clear(); }
    try { browser.setItem("whose", whose); } catch (full) { browser = null; }
  }
  function store() {
    if (!whose) { return whose === "" ? tab : null; }
    if (document.body.hasAttribute("data-discreet")) { return tab; }
    return browser && browser.getItem("whose") === whose ? browser : null;
  }
  function key(field) { return "draft " + field.form.getAttribute("data-form") + " " + field.name; }
  function isWords(field) { return field.form && field.form.hasAttribute("data-form") && field.name && (field.tagName === "TEXTAREA" || (field.tagName === "INPUT" && field.type === "text")); }
  function drop(name) { [tab, browser].forEach(function (each) { if (each) { each.removeItem(name); } }); }
  function restore(root) {
    root.querySelectorAll("form[data-form] textarea, form[data-form] input[type=text]").forEach(function (field) {
      var draft = field.name && store() && (store().getItem(key(field)) || (tab && tab.getItem(key(field))));
      if (draft && field.value === field.defaultValue && draft !== field.value) {
        field.value = draft;
        document.getElementById("restored").hidden = false;
      }
    });
  }
  /* What is picked goes along to the other language, and no further. */
  document.addEventListener("click", function (event) {
    if (!tab || !event.target.closest("[data-twin]")) { return; }
    tab.setItem("picked", JSON.stringify(Array.prototype.map.call(document.querySelectorAll("form[data-form] input:checked"), function (field) {
      return [field.form.getAttribute("data-form"), field.name, field.value];
    })));
  });
  function pickAgain() {
    JSON.parse((tab && tab.getItem("picked")) || "[]").forEach(function (one) {
      document.querySelectorAll("form[data-form] input[type=radio], form[data-form] input[type=checkbox]").forEach(function (field) {
        if (field.form.getAttribute("data-form") === one[0] && field.name === one[1] && field.value === one[2]) { field.checked = true; }
      });
    });
    if (tab) { tab.removeItem("picked"); }
  }
  function forget(form) {
    Array.prototype.forEach.call(form.elements, function (field) { if (isWords(field)) { drop(key(field)); } });
    document.getElementById("restored").hidden = true;
  }
  document.addEventListener("input", function (event) {
    var field = event.target;
    if (isWords(field) && store()) {
      try { if (field.value) { store().setItem(key(field), field.value); } else { drop(key(field)); } } catch (full) { /* no room: the form still works */ }
    }
  });

  /* A button pressed twice is pressed once; without a network it is not pressed at all, so the page and what is in it stay. A draft that was sent is
     forgotten once a page says so: not by one that asks to sign in first, or that says what went wrong. */
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.hasAttribute("data-queue") && queued && window.fetch) { event.preventDefault(); event.stopImmediatePropagation(); enqueue(form); return; }
    if (!navigator.onLine) { event.preventDefault(); event.stopImmediatePropagation(); unsent.hidden = false; return; }
    if (form.method !== "post") { return; }
    if (form.dataset.sent) { event.preventDefault(); event.stopImmediatePropagation(); return; }
    form.dataset.sent = "1";
    form.querySelectorAll("button").forEach(function (button) { button.setAttribute("aria-disabled", "true"); });
    setTimeout(function () { again(form); }, form.enctype === "multipart/form-data" ? 60000 : 5000);  // a photo takes its time
    if (form.hasAttribute("data-forgets")) { clear(); }
    if (tab && form.hasAttribute("data-form") && !form.hasAttribute("hx-post")) { tab.setItem("sent", JSON.stringify(Array.prototype.filter.call(form.elements, isWords).map(key))); }
  }, true);
  function again(form) {
    delete form.dataset.sent;
    form.querySelectorAll("button").forEach(function (button) { button.removeAttribute("aria-disabled"); });
  }
  window.addEventListener("pageshow", function (event) { if (event.persisted) { document.querySelectorAll("form[data-sent]").forEach(again); } });
  function arrived() {
    var sent = tab && tab.getItem("sent");
    if (!sent) { return; }
    tab.removeItem("sent");
    if (!document.getElementById("errors") && !document.querySelector("[data-unsent]")) { JSON.parse(sent).forEach(drop); }
  }

  /* htmx: a button in a large form is sent to its own address. */
  document.addEventListener("htmx:configRequest", function (event) {
    var own = event.detail.elt.getAttribute("formaction");
    if (own && event.detail.elt.getAttribute("hx-post") === "") { event.detail.path = own; }
  });

  /* htmx: a refusal is read out at the top, something saved is said politely, and focus stays where it is. */
  document.addEventListener("htmx:afterRequest", function (event) {
    var form = event.detail.elt.form || event.detail.elt.closest("form");
    if (!form) { return; }
    again(form);
    if (event.detail.successful && event.detail.requestConfig.verb !== "get") {
      var status = document.getElementById("status");
      forget(form);
      document.getElementById("notice").textContent = "";
      status.textContent = "";
      setTimeout(function () { status.textContent = form.getAttribute("data-said") || status.getAttribute("data-saved"); }, 50);
    }
  });
  document.addEventListener("htmx:afterSwap", function (event) {
    restore(event.detail.target);
    if (event.detail.target.id === "notice") { toErrors(); }
  });
  function toErrors() {
    var errors = document.getElementById("errors");
    if (errors) { errors.focus(); errors.scrollIntoView({ block: "nearest" }); }
  }

  /* A form with data-queue is sent without leaving the page. Without a network it waits in this browser and goes by itself, under the same command, so
     that it is done once however often it is tried. What a rule refuses comes back to be read, and to be sent otherwise. */
  var queued = document.getElementById("queued"), line = [], sending, soonAgain, QUEUE = "draft queue", KEPT = "draft kept ";
  try { line = JSON.parse((queued && store() && store().getItem(QUEUE)) || "[]"); } catch (broken) { line = []; }
  function keep() { try { if (store()) { if (line.length) { store().setItem(QUEUE, JSON.stringify(line)); } else { drop(QUEUE); } } } catch (full) { /* it waits on this page */ } }
  function tell(words, tone) {
    queued.className = "note " + tone;
    queued.textContent = words;
    queued.hidden = !words;
  }
  function fresh() { return Array.prototype.map.call(window.crypto.getRandomValues(new Uint8Array(16)), function (byte) { return ("0" + byte.toString(16)).slice(-2); }).join(""); }
  function enqueue(form) {
    line.push({ to: form.getAttribute("action"), body: new URLSearchParams(new FormData(form)).toString() });
    keep();
    forget(form);
    form.querySelectorAll("textarea, input[type=text]").forEach(function (field) { field.value = field.defaultValue = ""; });
    form.elements.command.value = fresh();
    send();
  }
  function later(words) {
    sending = false;
    tell(words || queued.getAttribute("data-waiting"), "warn");
    clearTimeout(soonAgain);
    soonAgain = setTimeout(send, 5000);
  }
  function send() {
    var next = line[0], stop = window.AbortController && new AbortController();
    if (!next || sending) { return; }
    if (!navigator.onLine) { later(); return; }
    sending = true;
    if (stop) { setTimeout(function () { stop.abort(); }, 15000); }
    fetch(next.to, { method: "POST", body: next.body, signal: stop ? stop.signal : undefined, headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" } })
      .then(function (answer) { return answer.json().then(function (said) { return [answer, said]; }); })
      .then(function (both) {
        if (both[0].status >= 500 || both[0].status === 429 || both[1].reason === "PhonesAreFrozen") { later(both[1].reason === "PhonesAreFrozen" ? queued.getAttribute("data-held") : both[0].status < 500 && both[1].title); return; }
        sending = false;
        line.shift();
        keep();
        if (!both[0].ok) { back(next, Object.values(both[1].errors || {})[0] || both[1].title); }
        if (line.length) { send(); } else if (both[0].ok) { sent(); }
      })
      .catch(function () { later(); });
  }
  function back(item, why) {
    var text = new URLSearchParams(item.body).get("text"), form = document.querySelector('form[action="' + item.to + '"]'), field = form && form.elements.text;
    tell(why, "bad");
    if (!text) { return; }
    if (field && !field.value) { field.value = text; field.dispatchEvent(new Event("input", { bubbles: true })); return; }
    if (store()) { store().setItem(KEPT + fresh(), text); }
    showKept();
  }
  function isTyping() {
    return Array.prototype.some.call(document.querySelectorAll("form[data-form] textarea, form[data-form] input[type=text]"), function (field) { return field.value !== field.defaultValue; });
  }
  function sent() {
    var words = queued.getAttribute("data-sent"), kept = document.getElementById("kept");
    if (kept && !isTyping()) {
      if (tab) { tab.setItem("told", words); }
      location.assign(kept.getAttribute("data-home"));
    } else { tell(words, "good"); }
  }
  window.addEventListener("online", function () { send(); });

  /* How many dots are left. */
  function count(form) {
    var left = Number(form.getAttribute("data-dots")), place = form.querySelector("[data-left]");
    form.querySelectorAll("input[type=number]").forEach(function (field) { left -= Number(field.value) || 0; });
    place.textContent = place.getAttribute("data-left") + " " + left;
  }
  function countAll() { document.querySelectorAll("form[data-dots]").forEach(count); }
  document.addEventListener("input", function (event) { if (event.target.form && event.target.form.hasAttribute("data-dots")) { count(event.target.form); } });

  /* A part of the page that moves on by itself takes nobody's words away: they stand in the form again where there is one for them, else in a note. */
  function showKept() {
    var note = document.querySelector("#kept[data-prefix]"), place = note && note.querySelector("div"), found = 0;
    if (!note || !store()) { return; }
    note.querySelectorAll("[data-draft]").forEach(function (item) { item.remove(); });
    [note.getAttribute("data-prefix"), KEPT].forEach(function (prefix) {
      each(store(), prefix, function (name) {
        var forms = Array.prototype.some.call(document.querySelectorAll("form[data-form] textarea"), function (field) { return key(field) === name; });
        if (forms) { return; }
        var item = document.createElement("div"), words = document.createElement("textarea"), away = document.createElement("button");
        item.className = "tight";
        item.setAttribute("data-draft", name);
        words.readOnly = true;
        words.rows = 3;
        words.value = store().getItem(name);
        words.setAttribute("aria-labelledby", "kept-title");
        away.type = "button";
        away.className = "as-link";
        away.textContent = note.getAttribute("data-away");
        away.addEventListener("click", function () { drop(name); showKept(); });
        item.append(words, away);
        place.append(item);
        found += 1;
      });
    });
    note.hidden = !found && !place.querySelector("textarea");
  }
  var before;
  document.addEventListener("htmx:beforeSwap", function (event) {
    var now = document.getElementById("now"), active = document.activeElement;
    if (!now || event.detail.target !== now || !event.detail.shouldSwap) { return; }
    before = { picked: [], at: now.contains(active) && active.form && active.value ? active.form.getAttribute("action") : "" };
    now.querySelectorAll("input:checked").forEach(function (field) { before.picked.push([field.form.getAttribute("action"), field.name, field.value]); });
  });
  document.addEventListener("htmx:afterSwap", function () {
    var now = document.getElementById("now");
    if (!now || !before) { return; }
    before.picked.forEach(function (one) {
      now.querySelectorAll('form[action="' + one[0] + '"] input').forEach(function (field) { if (field.name === one[1] && field.value === one[2]) { field.checked = true; } });
    });
    restore(now);
    document.getElementById("restored").hidden = true;
    showKept();
    countAll();
    document.getElementById("status").textContent = now.getAttribute("data-gone") + " " + now.querySelector("h1").textContent;
    if (before.at && !now.querySelector('form[action="' + before.at + '"]')) { document.getElementById("kept-title").focus(); }
    before = null;
  });

  /* A part that is fetched again stays as it is while somebody types or chooses in it, and comes once they are done; what they unfolded and ticked stays. */
  function part(place) { return place && place.id !== "now" && /sse:/.test(place.getAttribute("hx-trigger") || "") ? place : null; }
  function isBusy(place) {
    var active = document.activeElement;
    return (place.contains(active) && active.matches("textarea, select, input:not([type=checkbox]):not([type=radio])")) ||
      Array.prototype.some.call(place.querySelectorAll("textarea, input[type=text], input[type=file], input:not([type])"), function (field) { return field.value !== field.defaultValue; });
  }
  function called(fold) { var near = fold.parentNode.closest("[id]"); return (near ? near.id : "") + " " + fold.querySelector("summary").textContent; }
  var handled = {};
  document.addEventListener("htmx:beforeSwap", function (event) {
    var place = part(event.detail.target);
    if (!place || !event.detail.shouldSwap) { return; }
    if (isBusy(place)) { event.detail.shouldSwap = false; place.setAttribute("data-late", ""); return; }
    handled[place.id] = {
      folds: Array.prototype.map.call(place.querySelectorAll("details[open]"), called),
      ticks: Array.prototype.filter.call(place.querySelectorAll("input[type=checkbox], input[type=radio]"), function (field) { return field.checked !== field.defaultChecked; })
    };
  });
  document.addEventListener("htmx:afterSwap", function (event) {
    var place = part(event.detail.target) && document.getElementById(event.detail.target.id), before = place && handled[place.id];
    if (!before) { return; }
    delete handled[place.id];
    place.querySelectorAll("details").forEach(function (fold) { fold.open = fold.open || before.folds.indexOf(called(fold)) >= 0; });
    before.ticks.forEach(function (was) {
      place.querySelectorAll('[name="' + was.name + '"][value="' + was.value + '"]').forEach(function (field) { field.checked = was.checked; });
    });
  });
  document.addEventListener("focusout", function () {
    setTimeout(function () {
      document.querySelectorAll("[data-late]").forEach(function (place) {
        if (isBusy(place) || !window.htmx) { return; }
        place.removeAttribute("data-late");
        window.htmx.trigger(place, place.getAttribute("hx-trigger").split(/[\s,]+/)[0]);
      });
    }, 200);
  });

  /* Names of what changed in the project come from the server; each part that shows one (hx-trigger="sse:NAME") fetches itself again.
     No stream while nobody looks. */
  var main = document.querySelector("main[data-changes]");
  var stream, since = "", changed = {}, soon;
  function shown() {
    var names = {};
    document.querySelectorAll("[hx-trigger*='sse:']").forEach(function (part) {
      part.getAttribute("hx-trigger").split(/[\s,]+/).forEach(function (word) { if (word.indexOf("sse:") === 0) { (names[word] = names[word] || []).push(part); } });
    });
    return names;
  }
  function listen() {
    if (stream || !main || document.hidden) { return; }
    var from = main.getAttribute("data-changes");
    stream = new EventSource(from + (since && (from.indexOf("?") < 0 ? "?" : "&") + "since=" + since));
    Object.keys(shown()).forEach(function (word) {
      stream.addEventListener(word.slice(4), function (event) {
        since = event.lastEventId;
        changed[word] = true;
        soon = soon || setTimeout(refresh, 120);
      });
    });
  }
  function refresh() {
    soon = null;
    var names = shown(), told = [];
    Object.keys(changed).forEach(function (word) {
      (names[word] || []).forEach(function (part) {
        if (told.indexOf(part) < 0 && window.htmx) { told.push(part); window.htmx.trigger(part, word); }
      });
    });
    changed = {};
  }
  /* Minutes that are left go down by themselves, in words that the page brought along. */
  function tick() {
    document.querySelectorAll("[data-minutes]").forEach(function (place) {
      place.since = place.since || Date.now();
      var left = Math.max(0, place.getAttribute("data-minutes") - (Date.now() - place.since) / 60000), whole = Math.round(left);
      if (place.tagName === "PROGRESS") { if (Number(place.getAttribute("data-of"))) { place.value = 100 - 100 * left / place.getAttribute("data-of"); } return; }
      place.textContent = place.getAttribute("data-left-" + whole) || place.getAttribute("data-left-99").replace("99", whole);
    });
  }
  setInterval(tick, 5000);

  document.addEventListener("visibilitychange", function () {
    if (document.hidden && stream) { stream.close(); stream = null; }
    listen();
  });
  window.addEventListener("pagehide", function () { if (stream) { stream.close(); stream = null; } });
  window.addEventListener("pageshow", listen);

  var unsent = document.getElementById("unsent");
  function network() {
    document.getElementById("offline").hidden = navigator.onLine;
    unsent.hidden = true;
  }
  window.addEventListener("online", network);
  window.addEventListener("offline", network);
  /* A pile of cards is typed in without a mouse: Enter goes on to the next box, and from the last to the button. */
  document.querySelectorAll("[data-pile]").forEach(function (form) {
    var boxes = Array.from(form.querySelectorAll("textarea"));
    form.addEventListener("keydown", function (event) {
      var at = boxes.indexOf(event.target);
      if (at < 0 || event.key !== "Enter" || event.shiftKey || event.isComposing) { return; }
      event.preventDefault();
      (boxes[at + 1] || form.querySelector(".button")).focus();
    });
  });
  document.querySelectorAll("template[data-copies]").forEach(function (one) { /* papers that say the same but for their numbers travel once */
    for (var more = 0; more < Number(one.getAttribute("data-copies")); more++) {
      var copy = one.content.cloneNode(true);
      copy.querySelectorAll("[data-number]").forEach(function (number) { number.textContent = Number(number.textContent) + more; });
      one.parentNode.insertBefore(copy, one);
    }
    one.parentNode.hidden = false;
  });
  document.querySelectorAll("[data-print]").forEach(function (item) {
    item.hidden = false;
    item.addEventListener("click", function () { window.print(); });
  });
  network();
  arrived();
  restore(document);
  pickAgain();
  showKept();
  countAll();
  tick();
  toErrors();
  if (queued) {
    if (tab && tab.getItem("told")) { tell(tab.getItem("told"), "good"); tab.removeItem("told"); }
    send();
  }
})();
