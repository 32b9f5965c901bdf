// What makes the reporter's pages quicker. Each of them works without.
const leave = document.querySelector(".leave a");

// Nothing stays on the screen while the browser goes elsewhere, and going back leads past this page.
const goAway = () => {
  document.querySelectorAll("form").forEach((form) => form.reset());
  document.title = " ";
  document.body.replaceChildren();
  location.replace(leave.href);
};
if (leave) {
  leave.addEventListener("click", (event) => {
    event.preventDefault();
    goAway();
  });
  let pressed = -Infinity;
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (event.timeStamp - pressed < 1000) goAway();
    pressed = event.timeStamp;
  });
}

for (const button of document.querySelectorAll("button[data-copies]")) {
  if (!navigator.clipboard) continue; // not over plain HTTP
  button.hidden = false;
  button.addEventListener("click", async () => {
    const said = button.parentElement.querySelector("[role=status]");
    try {
      await navigator.clipboard.writeText(button.dataset.copies);
      said.textContent = button.dataset.done;
    } catch {
      said.textContent = button.dataset.failed;
    }
  });
}
for (const button of document.querySelectorAll("button[data-prints]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// A receipt behind the # came from its QR code; it was sent to nobody, and must not stay in the address.
const receipt = document.querySelector("input#receipt");
if (receipt && /^#\d{28}$/.test(location.hash)) {
  receipt.value = location.hash.slice(1).replace(/(\d{4})(?!$)/g, "$1 ");
  history.replaceState(null, "", location.pathname + location.search);
  receipt.form.querySelector("button[type=submit]").focus();
}

// As the server shows it after a mistake: how many are chosen while the list is folded away.
for (const list of document.querySelectorAll("details[data-chosen]")) {
  const count = list.querySelector("summary .count-of");
  const digits = new Intl.NumberFormat(document.documentElement.lang === "th" ? "th-TH-u-nu-thai" : "en-GB");
  const show = () => {
    const n = list.querySelectorAll("input:checked").length;
    count.textContent = n ? list.dataset.chosen.replace("{n}", digits.format(n)) : "";
  };
  list.addEventListener("change", show);
  show();
}

// Pictures over a slow line take minutes; the browser itself says little of it.
for (const said of document.querySelectorAll("[data-sending]")) {
  said.closest("form").addEventListener("submit", (event) => {
    const sending = [...event.target.elements].some((field) => field.type === "file" && field.files.length > 0);
    said.textContent = sending ? said.dataset.sending : "";
  });
  addEventListener("pageshow", () => { said.textContent = ""; });
}

// In a rush a report is asked for a second of work. It is done before sending, so that chosen files go with it.
for (const form of document.querySelectorAll("form[data-rush]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.dataset.sending) return;
    form.dataset.sending = "yes";
    const said = form.querySelector("[data-waiting]");
    try {
      const answer = await fetch(form.dataset.rush, { signal: AbortSignal.timeout(5000), cache: "no-store" });
      if (answer.status === 200) {
        said.textContent = said.dataset.waiting;
        const { ticket, bits } = await answer.json();
        const worker = new Worker(form.dataset.worker);
        form.elements.effort.value = await new Promise((found, failed) => {
          worker.onmessage = (message) => found(message.data);
          worker.onerror = failed;
          worker.postMessage({ ticket, bits });
        });
        worker.terminate();
        form.elements.ticket.value = ticket;
      }
    } catch {
      // Not to be had: the server answers with a short wait, as without script.
    }
    form.submit();
  });
}
addEventListener("pageshow", () => document.querySelectorAll("form[data-rush]").forEach((form) => delete form.dataset.sending));
