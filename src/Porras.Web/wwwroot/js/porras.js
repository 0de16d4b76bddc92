// Theme, menu and tabs. Pages work without it, only less comfortably.
const root = document.documentElement;
const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

const acts = {
  theme(button) {
    root.dataset.theme = isDark() ? "light" : "dark";
    localStorage.setItem("porras-theme", root.dataset.theme);
    button.setAttribute("aria-pressed", String(isDark()));
    document.dispatchEvent(new CustomEvent("porras-theme"));
  },
  menu(button) {
    const open = document.getElementById("sidenav").classList.toggle("is-open");
    button.setAttribute("aria-expanded", String(open));
  },
  print: () => print(),
  async copy(button) {
    const text = document.getElementById(button.dataset.copy), label = button.querySelector("span[aria-live]");
    getSelection().selectAllChildren(text);
    // Without HTTPS browsers have no clipboard; what is selected can be copied all the same.
    try {
      await navigator.clipboard.writeText(text.textContent);
    } catch {
      if (!document.execCommand("copy")) return;
    }
    label.textContent = button.dataset.copied;
    button.removeAttribute("aria-label");
  },
};

document.addEventListener("click", event => {
  const button = event.target.closest("[data-do]");
  if (button) acts[button.dataset.do]?.(button);
});

const tabsOf = list => [...list.querySelectorAll(":scope > [role=tab]")];

function choose(tab, focus) {
  for (const other of tabsOf(tab.parentElement)) {
    const on = other === tab;
    other.setAttribute("aria-selected", String(on));
    other.tabIndex = on ? 0 : -1;
    document.getElementById(other.getAttribute("aria-controls")).hidden = !on;
  }
  if (focus) tab.focus();
}

document.addEventListener("click", event => {
  const tab = event.target.closest("[data-tabs] > [role=tab]");
  if (tab) choose(tab);
});

document.addEventListener("keydown", event => {
  const tab = event.target.closest("[data-tabs] > [role=tab]");
  if (!tab) return;
  const all = tabsOf(tab.parentElement), i = all.indexOf(tab);
  const to = { ArrowRight: i + 1, ArrowLeft: i - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  choose(all[(to + all.length) % all.length], true);
});
