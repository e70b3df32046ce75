// New content in the place of old, where most of it is alike: what is the same stays as it stands, so
// that only what differs is laid out and painted anew. What stands afterwards is as if it were new.

/**
 * Put HTML in the place of an element's content.
 * @param {Element} box
 * @param {string} html trusted, as for `innerHTML`
 */
export function patch(box, html) {
  const made = document.createElement("template");
  made.innerHTML = html;
  patchNodes(box, made.content);
}

/**
 * Put nodes in the place of an element's content; of those that are like the old ones nothing is kept.
 * @param {Node} box
 * @param {Node} fresh what holds them
 */
export function patchNodes(box, fresh) {
  const [olds, news] = [[...box.childNodes], [...fresh.childNodes]];
  for (const [place, node] of news.entries()) {
    if (place < olds.length) patchNode(olds[place], node);
    else box.appendChild(node);
  }
  for (const old of olds.slice(news.length)) old.remove();
}

/** @param {ChildNode} old @param {ChildNode} fresh */
function patchNode(old, fresh) {
  if (old.isEqualNode(fresh)) return; // the browser's own look is much the quickest
  if (old.nodeName !== fresh.nodeName) old.replaceWith(fresh);
  else if (old instanceof Element && fresh instanceof Element) {
    patchAttributes(old, fresh);
    patchNodes(old, fresh);
  } else if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
}

/** @param {Element} old @param {Element} fresh */
function patchAttributes(old, fresh) {
  for (const name of old.getAttributeNames()) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
}
