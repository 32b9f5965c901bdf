// Asks the browser for a passkey, writes its answer into the form's hidden fields, and sends the form.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const known = (form) =>
  form.dataset.ids.split(" ").filter(Boolean).map((id) => ({ type: "public-key", id: bytes(id) }));

const make = (form) =>
  navigator.credentials.create({
    publicKey: {
      challenge: bytes(form.dataset.challenge),
      rp: { id: form.dataset.host, name: "Sucharit" },
      user: { id: bytes(form.dataset.user), name: form.dataset.username, displayName: form.dataset.username },
      pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: "public-key", alg })),
      excludeCredentials: known(form),
      authenticatorSelection: { residentKey: "discouraged", userVerification: "preferred" },
      attestation: "none",
      timeout: 300000,
    },
  });

const show = (form) =>
  navigator.credentials.get({
    publicKey: {
      challenge: bytes(form.dataset.challenge),
      rpId: form.dataset.host,
      allowCredentials: known(form),
      userVerification: "preferred",
      timeout: 300000,
    },
  });

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const trouble = form.querySelector("[data-trouble]");
  if (!window.PublicKeyCredential) {
    trouble.hidden = false;
    continue;
  }
  form.querySelector("button[type=submit]").disabled = false;
  form.addEventListener("submit", async (event) => {
    if (form.elements.credential.value) return;
    event.preventDefault();
    trouble.hidden = true;
    try {
      const made = await (form.dataset.passkey === "make" ? make(form) : show(form));
      const answer = made.response;
      form.elements.client.value = text(answer.clientDataJSON);
      if (form.dataset.passkey === "make") {
        form.elements.attestation.value = text(answer.attestationObject);
        form.elements.transports.value = answer.getTransports ? answer.getTransports().join(",") : "";
      } else {
        form.elements.authenticator.value = text(answer.authenticatorData);
        form.elements.signature.value = text(answer.signature);
      }
      form.elements.credential.value = text(made.rawId);
      form.submit();
    } catch {
      trouble.hidden = false; // called off, or no device answered: one may try again
    }
  });
}
