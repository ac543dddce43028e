// What jsdom lacks and every screen test needs.
import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

// React Aria escapes selectors; jsdom has no CSS object. Ids in tests need no more than this.
Object.assign(globalThis, { CSS: { escape: (text: string) => text.replace(/[^\w-]/g, (mark) => `\\${mark}`) } });
HTMLCanvasElement.prototype.getContext = () => null;
Element.prototype.scrollIntoView ??= () => {};

afterEach(cleanup);
