// Before anything is drawn: the theme chosen last, or the one in the address.
"use strict";
{
  const asked = new URLSearchParams(location.search).get("theme") ?? localStorage.getItem("porras-theme");
  if (asked === "dark" || asked === "light") document.documentElement.dataset.theme = asked;
}
