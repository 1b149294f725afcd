// Adds: tells the page that frames this one how high it is, so that nothing is cut off.
// Without it: the frame has the height that the other site gives it, and scrolls.
if (parent !== window) {
  const tell = () => parent.postMessage({ dateline: "height", height: document.documentElement.offsetHeight }, "*");
  new ResizeObserver(tell).observe(document.documentElement);
}
