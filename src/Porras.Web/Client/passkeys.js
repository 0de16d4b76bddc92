// Passkeys: a form that asks for one is sent only once the browser has made it, or shown that it has it.
const acts = {
  async create(options, signal) {
    return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options), signal });
  },
  async get(options, signal) {
    return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options), signal });
  },
};

let running = null;

async function ask(form) {
  running?.abort();
  running = new AbortController();
  const answer = await fetch(form.dataset.options, { method: "POST", body: new FormData(form), signal: running.signal });
  if (!answer.ok) throw new Error(String(answer.status));
  const credential = await acts[form.dataset.passkey](await answer.json(), running.signal);
  form.elements.credential.value = JSON.stringify(credential);
  form.submit();
}

document.addEventListener("submit", event => {
  const form = event.target.closest("form[data-passkey]");
  if (!form || form.elements.credential.value) return;
  event.preventDefault();
  const failed = form.querySelector("[data-failed]");
  failed.hidden = true;
  ask(form).catch(() => { failed.hidden = false; });
});
