// Kontor: keyboard, type-ahead, palette, dialogs, toasts, what to do when the server says no.
// Written for htmx 2 and 4: the event names of both stand here and nowhere else.
(() => {
  "use strict";
  const root = document.documentElement;
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const on = (names, act, capture) => names.split(" ").forEach(name => document.addEventListener(name, act, capture));
  const words = document.body.dataset;
  const shown = element => element.getClientRects().length > 0;
  const isField = element => element.matches?.("input:not([type=radio],[type=checkbox],[type=button],[type=submit]), textarea, select, [contenteditable]");
  const status = event => event.detail?.xhr?.status ?? event.detail?.ctx?.response?.status ?? 0;
  const header = (event, name) => event.detail?.xhr?.getResponseHeader(name) ?? event.detail?.ctx?.response?.headers?.get(name);

  const uuid = () => {
    if (crypto.randomUUID) return crypto.randomUUID();
    const b = crypto.getRandomValues(new Uint8Array(16));
    b[6] = b[6] & 15 | 64; b[8] = b[8] & 63 | 128;
    const hex = [...b].map(n => n.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  };

  // ---- requests: CSRF, keys of posts, answers other than 200
  const csrf = () => $("meta[name=csrf]")?.content ?? $("input[name=csrfmiddlewaretoken]")?.value ?? "";
  on("htmx:configRequest htmx:config:request", event => {
    (event.detail.headers ?? event.detail.ctx.request.headers)["X-CSRFToken"] = csrf();
  });

  let lastSent = null;
  on("htmx:beforeRequest htmx:before:request", event => {
    lastSent = event.detail.elt ?? event.detail.ctx?.sourceElement;
    const form = lastSent?.closest?.("form");
    form?.setAttribute("aria-busy", "true");
  });
  on("htmx:afterRequest htmx:after:request", event => {
    const source = event.detail.elt ?? event.detail.ctx?.sourceElement, form = source?.closest?.("form");
    form?.removeAttribute("aria-busy");
    const code = status(event);
    if (form?.op && code >= 200 && code < 400) form.op.value = uuid();
  });
  on("htmx:beforeSwap htmx:before:swap", event => {
    const code = status(event);
    // an option that was chosen has gone with its list: parts that stand elsewhere are looked for from its document
    const source = event.detail.requestConfig?.elt;
    if (source && !source.isConnected) event.detail.target?.append(source);
    // an answer that is not meant for this place (a whole page of failure) is never swapped in
    if ([401, 403, 404].includes(code) && !header(event, "HX-Retarget")) {
      event.detail.shouldSwap = false;
      if (event.detail.ctx) event.preventDefault();
      toast(code === 404 ? words.notFound : words.forbidden);
    }
  });
  on("htmx:sendError htmx:timeout htmx:error htmx:responseError htmx:response:error", event => {
    const code = status(event);
    if (code && code < 500) return;
    const source = lastSent;
    toast(words.offline, { label: words.retry, act: () => source?.isConnected && again(source) });
    if (!code) $("#stale")?.removeAttribute("hidden");
  });
  const again = source => {
    const form = source.closest("form");
    if (form) form.requestSubmit(); else source.dispatchEvent(new Event(source.matches("input,select") ? "change" : "click", { bubbles: true }));
  };
  addEventListener("online", () => $("#stale")?.setAttribute("hidden", ""));
  addEventListener("offline", () => $("#stale")?.removeAttribute("hidden"));

  // a busy form is not sent a second time; the server would answer the same, but waiting is kinder
  on("submit", event => {
    const form = event.target;
    if (form.method !== "post" || form.hasAttribute("hx-post")) return;
    if (form.getAttribute("aria-busy") === "true") event.preventDefault();
    else { form.setAttribute("aria-busy", "true"); setTimeout(() => form.removeAttribute("aria-busy"), 8000); }
  });

  // ---- after a swap: dialogs of the answer, the first error, growing fields
  on("htmx:afterSettle htmx:after:swap htmx:after:settle", event => {
    const part = event.detail?.elt ?? event.detail?.target ?? document.body;
    ready(part.isConnected ? part : document.body);
    const wrong = $("[aria-invalid=true]", part.isConnected ? part : document);
    if (status(event) === 422 && wrong) (isField(wrong) ? wrong : $("input", wrong) ?? wrong).focus();
  });
  const ready = part => {
    $$("dialog[data-open]", part).forEach(dialog => { dialog.removeAttribute("data-open"); openDialog(dialog); });
    $$("textarea", part).forEach(grow);
    $$("[data-heard]", part).forEach(answer => { hear(answer.dataset.heard); answer.removeAttribute("data-heard"); });
    toScanner();
  };
  const grow = area => {
    if (!shown(area) || area.value === "") { area.style.removeProperty("height"); return; }
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 2}px`;
  };
  on("input", event => { if (event.target.matches("textarea")) grow(event.target); });

  // ---- scanner: a keyboard that ends with Enter. Its field has the focus unless another field is in use; right and wrong are heard
  const toScanner = () => {
    const field = $$("[data-scan]").find(shown);
    if (field && !isField(document.activeElement) && !$("dialog[open]")) field.focus({ preventScroll: true });
    return field;
  };
  on("keydown", event => { if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && !isField(event.target)) toScanner(); }, true);
  const hear = kind => {
    try {
      const sound = new AudioContext(), tone = sound.createOscillator(), level = sound.createGain();
      tone.frequency.value = kind === "wrong" ? 180 : 880;
      tone.type = kind === "wrong" ? "square" : "sine";
      level.gain.value = .15;
      tone.connect(level).connect(sound.destination);
      tone.start(); tone.stop(sound.currentTime + (kind === "wrong" ? .4 : .08));
      tone.onended = () => sound.close();
    } catch { /* a browser without sound: the words are there */ }
  };

  // ---- dialogs: native, focus goes back to the opener
  const openers = new WeakMap();
  const openDialog = (dialog, opener = document.activeElement) => {
    if (!dialog || dialog.open) return;
    openers.set(dialog, opener);
    dialog.showModal();
    $$("textarea", dialog).forEach(grow);
    ($("[aria-invalid=true]", dialog) ?? $("[autofocus]", dialog) ?? $("form :is(input:not([type=hidden]), textarea, select)", dialog))?.focus();
  };
  on("close", event => {
    const opener = openers.get(event.target);
    if (opener?.isConnected) opener.focus();
    if (event.target.closest("#problem")) $("#problem").replaceChildren();
  }, true);

  on("click", event => {
    const at = event.target;
    const opener = at.closest?.("[data-dialog]");
    if (opener) { event.preventDefault(); return openDialog($(opener.dataset.dialog), opener); }
    if (at.closest?.("[data-close]")) return at.closest("dialog")?.close();
    if (at.matches?.("dialog")) return at.close();
    if (at.closest?.("[data-open-palette]")) { event.preventDefault(); return openPalette(); }
    if (at.closest?.("[data-theme-toggle]")) return toggleTheme();
    if (at.closest?.("[data-signed-in]")) return signedIn(at.closest("dialog"));
    if (at.closest?.("[data-print]")) return print();
    $$("details.menu[open]").forEach(menu => { if (!menu.contains(at)) menu.open = false; });
    if (!at.closest?.(".combo")) closeOptions();
    openRow(event);
  });
  // nothing is merely grey: a closed button leads to the reason
  const toReason = (event, button) => {
    event.preventDefault(); event.stopImmediatePropagation();
    const reason = document.getElementById((button.getAttribute("aria-describedby") ?? "").split(" ")[0]);
    if (!reason) return;
    reason.scrollIntoView({ block: "nearest" });
    const place = reason.closest("[tabindex]") ?? reason;
    if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
    place.focus({ preventScroll: true });
    reason.classList.add("is-shown"); setTimeout(() => reason.classList.remove("is-shown"), 1600);
  };
  on("click", event => { const closed = event.target.closest?.("[aria-disabled=true]"); if (closed) toReason(event, closed); }, true);

  const openRow = event => {
    const row = event.target.closest?.("tr[data-row]");
    if (!row || event.target.closest("a,button,input,select,textarea,label,summary") || getSelection().toString()) return;
    const link = $("a.row-link", row);
    if (link) event.ctrlKey || event.metaKey ? open(link.href) : link.click();
  };

  // ---- signed out meanwhile: the page stays, its token is made new
  const signedIn = async dialog => {
    const page = await fetch(location.href, { headers: { "X-Requested-With": "kontor" } });
    const fresh = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("meta[name=csrf]")?.content;
    if (!fresh) return;
    $("meta[name=csrf]").content = fresh;
    $$("input[name=csrfmiddlewaretoken]").forEach(input => { input.value = fresh; });
    dialog.close();
  };

  // ---- rows: J, K, arrows, Enter
  const rowsOf = () => {
    const places = $$("[data-rows]").filter(shown);
    const scope = places.find(place => place.contains(document.activeElement)) ?? places.find(place => $(".is-cursor", place)) ?? places[0];
    return scope ? $$("[data-row]", scope).filter(shown) : [];
  };
  const moveCursor = step => {
    const rows = rowsOf(); if (!rows.length) return false;
    const at = rows.findIndex(row => row.classList.contains("is-cursor"));
    const next = rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step))];
    $$(".is-cursor").forEach(row => row.classList.remove("is-cursor"));
    next.classList.add("is-cursor");
    next.scrollIntoView({ block: "nearest" });
    (next.matches("a,button") ? next : $("a,button", next) ?? next).focus({ preventScroll: true, focusVisible: false });
    return true;
  };

  // ---- keys, by their place on the keyboard
  let wentAt = 0;
  on("keydown", event => {
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
    const at = event.target, control = event.ctrlKey || event.metaKey;
    if (control && event.code === "KeyK") { event.preventDefault(); return openPalette(); }
    if (control && event.key === "Enter") return sendForm(event);
    if (control || event.altKey) return;
    if (event.key === "Escape") return escape(at);
    if (at.closest?.("[data-lines]") && event.key === "Enter" && at.matches("input")) return nextLine(event, at);
    if (isField(at)) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (at.closest?.("dialog,[role=listbox],details") || at.matches?.("input")) return;
      if ($(".is-cursor") && moveCursor(event.key === "ArrowDown" ? 1 : -1)) event.preventDefault();
      return;
    }
    if (root.dataset.keys === "off" || event.repeat && event.code === "KeyG") return;
    if (singleKey(event)) event.preventDefault();
  });
  const singleKey = event => {
    if ($("dialog[open]")) return false;
    if (wentAt && Date.now() - wentAt < 1200) { wentAt = 0; return press($$(`[data-go="${event.code.slice(3).toLowerCase()}"]`)[0]); }
    if (event.key === "?" || event.code === "Slash" && event.shiftKey) { openDialog($("#keys")); return true; }
    if (event.code === "Slash" || event.key === "/") { toSearch(); return true; }
    if (event.code === "KeyJ" || event.code === "KeyK") return moveCursor(event.code === "KeyJ" ? 1 : -1);
    if (event.code === "KeyG") { wentAt = Date.now(); return true; }
    const wanted = $$(`[data-key="${event.code}"]`);
    return press(wanted.find(shown) ?? wanted.find(each => "fallback" in each.dataset)) || event.code === "KeyP" && (print(), true);
  };
  const press = element => {
    if (!element) return false;
    isField(element) ? element.focus() : element.click();
    return true;
  };
  const toSearch = () => { const field = $$("[data-local-search]").find(shown); field ? (field.focus(), field.select?.()) : openPalette(); };
  const sendForm = event => {
    const form = event.target.closest?.("form"); if (!form || form.method === "get") return;
    event.preventDefault();
    form.requestSubmit($("[data-default]", form) ?? undefined);
  };
  const escape = at => {
    const menu = $("details.menu[open]");
    if (menu) { menu.open = false; $("summary", menu).focus(); } else if (isField(at) && !at.closest("dialog")) at.blur();
  };
  // in a line grid Enter goes down, Tab goes right
  const nextLine = (event, field) => {
    event.preventDefault();
    const column = $$(`[data-lines] input[name="${CSS.escape(field.name)}"]`).filter(shown);
    const next = column[column.indexOf(field) + 1] ?? $("[data-local-search]");
    field.dispatchEvent(new Event("change", { bubbles: true }));
    next?.focus(); next?.select?.();
  };

  // ---- lists of options: type-ahead and palette share the walking
  const walk = (options, step) => {
    if (!options.length) return null;
    let at = options.findIndex(option => option.getAttribute("aria-selected") === "true");
    options[at]?.setAttribute("aria-selected", "false");
    at = at < 0 ? (step > 0 ? 0 : options.length - 1) : (at + step + options.length) % options.length;
    options[at].setAttribute("aria-selected", "true");
    options[at].scrollIntoView({ block: "nearest" });
    return options[at];
  };
  const chosenOf = options => options.find(option => option.getAttribute("aria-selected") === "true");
  const closeOptions = (except = null) => $$(".combo").forEach(combo => {
    if (combo === except) return;
    $(".options", combo)?.replaceChildren();
    const field = $("[role=combobox]", combo); field?.setAttribute("aria-expanded", "false"); field?.removeAttribute("aria-activedescendant");
  });

  document.addEventListener("keydown", event => {
    const field = event.target; if (event.isComposing || !field.matches?.(".combo [role=combobox]")) return;
    const combo = field.closest(".combo"), options = $$("[role=option]", combo);
    if (event.key === "Escape" && options.length) { event.stopPropagation(); event.preventDefault(); return closeOptions(); }
    if (!options.length) { if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && field.value) event.preventDefault(); return; }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      field.setAttribute("aria-activedescendant", walk(options, event.key === "ArrowDown" ? 1 : -1).id);
    } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) { event.preventDefault(); event.stopPropagation(); (chosenOf(options) ?? options[0]).click(); }
    else if (event.key === "Tab") closeOptions();
  }, true);
  on("htmx:afterSwap htmx:after:swap", event => {
    const list = event.detail?.target ?? event.detail?.ctx?.target;
    if (!list?.matches?.(".options")) return;
    const field = $("[role=combobox]", list.closest(".combo")), options = $$("[role=option]", list);
    field.setAttribute("aria-expanded", String(options.length > 0));
    if (options.length && !chosenOf(options)) options[0].setAttribute("aria-selected", "true");
    const chosen = chosenOf(options);
    chosen ? field.setAttribute("aria-activedescendant", chosen.id) : field.removeAttribute("aria-activedescendant");
  });
  on("click", event => {
    const option = event.target.closest?.(".combo [role=option]"); if (!option) return;
    const combo = option.closest(".combo"), field = $("[role=combobox]", combo);
    if (combo.dataset.into && option.dataset.value !== undefined) {
      const into = (combo.closest("form") ?? document).querySelector(`[name="${CSS.escape(combo.dataset.into)}"]`);
      into.value = option.dataset.value;
      into.dispatchEvent(new Event("change", { bubbles: true }));
    }
    field.value = "keep" in combo.dataset ? option.dataset.text ?? option.textContent.trim() : "";
    setTimeout(() => closeOptions(), 0);
    field.focus();
  });
  // a chosen value no longer holds when the text is changed by hand
  on("input", event => {
    const combo = event.target.closest?.(".combo[data-into]"); if (!combo) return;
    const into = (combo.closest("form") ?? document).querySelector(`[name="${CSS.escape(combo.dataset.into)}"]`);
    if (into) into.value = "";
  });

  // ---- palette: places and commands at once, clients, papers and goods from the server
  const palette = $("#palette"), paletteField = $("#palette-q");
  let searching = null, waiting = 0;
  const openPalette = () => { if (!palette) return; openDialog(palette); paletteField.value = ""; $("#palette-found").replaceChildren(); filterCommands(""); paletteField.focus(); };
  const paletteOptions = () => $$("[role=option]", palette).filter(option => !option.hidden);
  const filterCommands = typed => {
    $$("#palette-commands [role=option]").forEach(option => { option.hidden = !option.textContent.toLowerCase().includes(typed.toLowerCase()); });
    choosePalette();
  };
  const choosePalette = () => {
    const options = paletteOptions();
    $$("[role=option]", palette).forEach(option => option.setAttribute("aria-selected", "false"));
    options[0]?.setAttribute("aria-selected", "true");
    options[0] ? paletteField.setAttribute("aria-activedescendant", options[0].id) : paletteField.removeAttribute("aria-activedescendant");
    $("#palette-empty").hidden = options.length > 0;
  };
  const searchServer = async typed => {
    searching?.abort(); searching = new AbortController();
    const address = palette.dataset.search; if (!address) return;
    try {
      const answer = await fetch(`${address}?q=${encodeURIComponent(typed)}`, { headers: { "HX-Request": "true", "HX-Target": "palette-found" }, signal: searching.signal });
      if (!answer.ok || paletteField.value.trim() !== typed) return;
      const found = new DOMParser().parseFromString(await answer.text(), "text/html");
      $("#palette-found").replaceChildren(...found.body.children);
      choosePalette();
    } catch (error) { if (error.name !== "AbortError") toast(words.offline); }
  };
  paletteField?.addEventListener("input", event => {
    const typed = paletteField.value.trim();
    filterCommands(typed);
    clearTimeout(waiting);
    if (typed.length < 2 || event.isComposing) $("#palette-found").replaceChildren();
    else waiting = setTimeout(() => searchServer(typed), 150);
  });
  palette?.addEventListener("keydown", event => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const option = walk(paletteOptions(), event.key === "ArrowDown" ? 1 : -1);
      if (option) paletteField.setAttribute("aria-activedescendant", option.id);
    } else if (event.key === "Enter") { event.preventDefault(); chosenOf(paletteOptions())?.click(); }
  });

  // ---- theme: shown at once, kept in the profile
  const toggleTheme = () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    const address = $("meta[name=profile]")?.content;
    if (address) fetch(address, { method: "POST", headers: { "X-CSRFToken": csrf(), "HX-Request": "true" }, body: new URLSearchParams({ theme: root.dataset.theme }) }).catch(() => {});
  };

  // ---- toasts: from the header HX-Trigger: {"toast": {"text": "…", "undo": "/address"}}
  on("toast", event => { const said = event.detail; toast(said.text ?? said.value ?? said, said.undo && { label: words.undo, act: () => undo(said.undo) }); });
  const toast = (text, action) => {
    const box = document.createElement("div"), words = document.createElement("span");
    box.className = "toast"; words.textContent = text; box.append(words);
    if (action) { const button = document.createElement("button"); button.type = "button"; button.textContent = action.label; button.onclick = () => { box.remove(); action.act(); }; box.append(button); }
    $(".toasts").append(box); fade(box);
  };
  const fade = box => {
    let left = setTimeout(() => box.remove(), 6000);
    box.addEventListener("pointerenter", () => clearTimeout(left));
    box.addEventListener("focusin", () => clearTimeout(left));
    box.addEventListener("pointerleave", () => { left = setTimeout(() => box.remove(), 3000); });
  };
  const undo = address => {
    const form = Object.assign(document.createElement("form"), { method: "post", action: address, hidden: true });
    for (const [name, value] of [["csrfmiddlewaretoken", csrf()], ["op", uuid()]]) form.append(Object.assign(document.createElement("input"), { name, value }));
    document.body.append(form); form.submit();
  };
  $$(".toasts .toast").forEach(fade);

  // ---- counters: every minute, only while somebody looks
  setInterval(async () => {
    const counts = $("[data-poll]");
    if (!counts || document.hidden) return;
    const answer = await fetch(counts.dataset.poll, { headers: { "HX-Request": "true" } }).catch(() => null);
    if (answer?.ok && !answer.redirected) counts.replaceChildren(...new DOMParser().parseFromString(await answer.text(), "text/html").body.children);
  }, 60000);

  ready(document);
})();
