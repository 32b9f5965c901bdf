// Lets whoever types a password look at it; without this script the button stays hidden.
for (const button of document.querySelectorAll("button[data-reveals]")) {
  const field = document.getElementById(button.dataset.reveals);
  const show = button.textContent;
  button.hidden = false;
  button.addEventListener("click", () => {
    const shown = field.type === "text";
    field.type = shown ? "password" : "text";
    button.textContent = shown ? show : button.dataset.hide;
    field.focus();
  });
  field.form.addEventListener("submit", () => { field.type = "password"; });
}
