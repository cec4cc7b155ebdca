/* Small comforts. Every page works without them. */
(function () {
  "use strict";
  var store;
  try { store = window.sessionStorage; store.getItem("x"); } catch (none) { store = null; }

  /* What is being typed survives a reload and the change of language: kept by form and field, in this tab alone. */
  function key(field) { return "draft " + field.form.getAttribute("data-form") + " " + field.name; }
  function isWords(field) { return field.form && field.form.hasAttribute("data-form") && field.name && (field.tagName === "TEXTAREA" || (field.tagName === "INPUT" && field.type === "text")); }
  function restore(root) {
    root.querySelectorAll("form[data-form] textarea, form[data-form] input[type=text]").forEach(function (field) {
      var draft = store && field.name && store.getItem(key(field));
      if (draft && field.value === field.defaultValue) { field.value = draft; }
    });
  }
  function forget(form) {
    Array.prototype.forEach.call(form.elements, function (field) { if (store && isWords(field)) { store.removeItem(key(field)); } });
  }
  document.addEventListener("input", function (event) {
    var field = event.target;
    if (store && isWords(field)) {
      try { if (field.value) { store.setItem(key(field), field.value); } else { store.removeItem(key(field)); } } catch (full) { /* no room: the form still works */ }
    }
  });

  /* A button pressed twice is pressed once. A draft that was sent is forgotten, unless signing in came between. */
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method !== "post") { return; }
    if (form.dataset.sent) { event.preventDefault(); event.stopImmediatePropagation(); return; }
    form.dataset.sent = "1";
    form.querySelectorAll("button").forEach(function (button) { button.setAttribute("aria-disabled", "true"); });
    setTimeout(function () { again(form); }, 5000);
    if (store && form.hasAttribute("data-form") && !form.hasAttribute("hx-post")) { store.setItem("sent", JSON.stringify(Array.prototype.filter.call(form.elements, isWords).map(key))); }
  }, true);
  function again(form) {
    delete form.dataset.sent;
    form.querySelectorAll("button").forEach(function (button) { button.removeAttribute("aria-disabled"); });
  }
  window.addEventListener("pageshow", function (event) { if (event.persisted) { document.querySelectorAll("form[data-sent]").forEach(again); } });
  function arrived() {
    var sent = store && store.getItem("sent");
    if (!sent || document.querySelector("[data-keeps-drafts]")) { return; }
    store.removeItem("sent");
    if (!document.getElementById("errors")) { JSON.parse(sent).forEach(function (name) { store.removeItem(name); }); }
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
    stream = new EventSource(main.getAttribute("data-changes") + (since && "?since=" + since));
    Object.keys(shown()).forEach(function (word) {
      stream.addEventListener(word.slice(4), function (event) {
        since = event.lastEventId;
        changed[word] = true;
        clearTimeout(soon);
        soon = setTimeout(refresh, 120);
      });
    });
  }
  function refresh() {
    var names = shown(), told = [];
    Object.keys(changed).forEach(function (word) {
      (names[word] || []).forEach(function (part) {
        if (told.indexOf(part) < 0 && window.htmx) { told.push(part); window.htmx.trigger(part, word); }
      });
    });
    changed = {};
  }
  document.addEventListener("visibilitychange", function () {
    if (document.hidden && stream) { stream.close(); stream = null; }
    listen();
  });
  window.addEventListener("pagehide", function () { if (stream) { stream.close(); stream = null; } });
  window.addEventListener("pageshow", listen);

  function network() { document.getElementById("offline").hidden = navigator.onLine; }
  window.addEventListener("online", network);
  window.addEventListener("offline", network);
  document.querySelectorAll("[data-print]").forEach(function (item) {
    item.hidden = false;
    item.addEventListener("click", function () { window.print(); });
  });
  network();
  arrived();
  restore(document);
  toErrors();
})();
