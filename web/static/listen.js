/* "Listen to this page": the browser's own voices read it, each part in its language. Nothing leaves the device. */
(function () {
  "use strict";
  var item = document.querySelector("[data-listen]"), voices = window.speechSynthesis;
  if (!item || !voices || !window.SpeechSynthesisUtterance) { return; }
  var button = item.querySelector("button"), start = button.textContent, status = document.getElementById("status"), reading;
  item.hidden = false;

  function voice(lang) {
    return voices.getVoices().filter(function (one) { return one.lang.slice(0, 2).toLowerCase() === lang; })[0];
  }

  /* What stands in the page in its order, a piece for each block, without what is hidden or to be pressed. */
  function pieces(part, lang, found) {
    Array.prototype.forEach.call(part.childNodes, function (node) {
      if (node.nodeType === 3) {
        var words = node.textContent.replace(/\s+/g, " ");
        if (words.trim()) {
          var last = found[found.length - 1];
          if (last && last.lang === lang && !last.ends) { last.words += words; } else { found.push({ lang: lang, words: words }); }
        }
      } else if (node.nodeType === 1 && !node.hidden && !/^(SCRIPT|STYLE|SVG|BUTTON|INPUT|TEXTAREA|SELECT|NOSCRIPT)$/.test(node.tagName.toUpperCase()) && node.getAttribute("aria-hidden") !== "true" && getComputedStyle(node).display !== "none") {
        pieces(node, node.lang || lang, found);
        if (getComputedStyle(node).display !== "inline" && found.length) { found[found.length - 1].ends = true; }
      }
    });
    return found;
  }

  function stop() {
    reading = null;
    voices.cancel();
    button.textContent = start;
    button.setAttribute("aria-pressed", "false");
  }

  function read(queue) {
    var piece = queue.shift();
    if (!piece) { stop(); return; }
    var said = new window.SpeechSynthesisUtterance(piece.words.trim());
    said.lang = piece.lang;
    said.voice = voice(piece.lang);
    said.onend = said.onerror = function () { if (reading === queue) { read(queue); } };
    voices.speak(said);
  }

  button.addEventListener("click", function () {
    if (reading) { stop(); return; }
    var queue = pieces(document.getElementById("main"), document.documentElement.lang, []).filter(function (piece) { return voice(piece.lang); });
    if (!queue.length) { status.textContent = item.getAttribute("data-none"); status.className = "note now"; return; }
    reading = queue;
    button.textContent = item.getAttribute("data-stop");
    button.setAttribute("aria-pressed", "true");
    read(queue);
  });
  window.addEventListener("pagehide", stop);
  voices.getVoices();
})();
