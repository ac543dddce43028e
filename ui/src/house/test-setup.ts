// What jsdom lacks and every screen test needs.
import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

// React Aria escapes selectors; jsdom has no CSS object. Ids in tests need no more than this.
Object.assign(globalThis, { CSS: { escape: (text: string) => text.replace(/[^\w-]/g, (mark) => `\\${mark}`) } });
HTMLCanvasElement.prototype.getContext = () => null;
Element.prototype.scrollIntoView ??= () => {};

// Waiting ends with the answer; on a busy machine that may take longer than the second of the library.
configure({ asyncUtilTimeout: 10_000 });

afterEach(cleanup);
