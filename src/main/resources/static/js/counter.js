// Keeps the count under a text area true while one writes; the server fills it when the page is made.
document.addEventListener("input", (event) => {
  const count = document.querySelector(`[data-count-of="${CSS.escape(event.target.id)}"]`);
  if (!count) return;
  const digits = new Intl.NumberFormat(document.documentElement.lang === "th" ? "th-TH-u-nu-thai" : "en-GB");
  count.textContent = count.dataset.words
    .replace("{n}", digits.format(event.target.value.length))
    .replace("{max}", digits.format(count.dataset.max));
});
