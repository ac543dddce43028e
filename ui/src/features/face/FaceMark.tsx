import { useEffect, useRef, useState } from "react";
import type { RevealedName } from "../../house/contract.gen.ts";
import { revealName, turnFace } from "../../house/face.ts";
import { Button } from "../../parts/Button.tsx";
import { say } from "../../words/words.ts";
import css from "./face.module.css";

/** Over every screen while codes are shown: that they are, what it means, and the way back. */
export function FaceMark() {
  return (
    <div className={css["mark"]} role="status">
      <strong>{say("shell.face.mark")}</strong>
      <span className={css["about"]}>{say("shell.face.about")}</span>
      <Button dense onPress={() => void turnFace()} keys="Mod+Shift+K">
        {say("shell.face.off")}
      </Button>
      <Reveal />
    </div>
  );
}

type Shown = RevealedName & { top: number; left: number };

const rowOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>("[role=row][data-key]") : null;

/** While Alt is held, the name of the one row under the pointer, or of the row with the keyboard. */
function Reveal() {
  const [shown, setShown] = useState<Shown | null>(null);
  const held = useRef<string | null>(null);
  useEffect(() => {
    let under: HTMLElement | null = null;
    const hide = () => {
      held.current = null;
      setShown(null);
    };
    const reveal = (row: HTMLElement | null) => {
      const id = row?.dataset["key"];
      if (row === null || id === undefined) return hide();
      if (held.current === id) return;
      held.current = id;
      setShown(null);
      const { top, left } = row.getBoundingClientRect();
      void revealName(id).then((name) => {
        if (name !== null && held.current === id) setShown({ ...name, top, left });
      });
    };
    const moved = (event: PointerEvent) => {
      under = rowOf(event.target);
      if (event.altKey) reveal(under);
      else hide();
    };
    const pressed = (event: KeyboardEvent) => {
      if (event.altKey && !event.ctrlKey && !event.metaKey) reveal(under ?? rowOf(document.activeElement));
    };
    const released = (event: KeyboardEvent) => {
      if (!event.altKey) hide();
    };
    window.addEventListener("pointermove", moved);
    window.addEventListener("keydown", pressed);
    window.addEventListener("keyup", released);
    window.addEventListener("blur", hide);
    return () => {
      window.removeEventListener("pointermove", moved);
      window.removeEventListener("keydown", pressed);
      window.removeEventListener("keyup", released);
      window.removeEventListener("blur", hide);
    };
  }, []);
  if (shown === null) return null;
  return (
    <span className={css["revealed"]} style={{ top: shown.top, left: shown.left }}>
      {shown.name}
      {shown.kana !== "" && <span className={css["kana"]}>{shown.kana}</span>}
    </span>
  );
}
