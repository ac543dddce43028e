import { useState } from "react";
import { say } from "../words/words.ts";
import { Check } from "./Check.tsx";
import { LineEntry } from "./LineEntry.tsx";
import css from "./NewPassphrase.module.css";
import { halfWidth, judge } from "./passphrase.ts";

type Props = {
  label: string;
  passphrase: string;
  repeated: string;
  onChange: (passphrase: string, repeated: string) => void;
  onEnter: () => void;
  autoFocus?: boolean;
};

/** A new passphrase and its repetition; full-width letters become half-width ones before the eyes. */
export function NewPassphrase({ label, passphrase, repeated, onChange, onEnter, autoFocus = false }: Props) {
  const [shown, setShown] = useState(false);
  const [converted, setConverted] = useState(false);
  const verdict = judge(passphrase);
  const differs = repeated !== "" && halfWidth(repeated) !== halfWidth(passphrase) && repeated.length >= passphrase.length;
  const type = shown ? "text" : "password";
  const convert = () => {
    const half = halfWidth(passphrase);
    const halfRepeated = halfWidth(repeated);
    if (half === passphrase && halfRepeated === repeated) return;
    setConverted(true);
    onChange(half, halfRepeated);
  };
  return (
    <>
      <div>
        <LineEntry
          label={label}
          type={type}
          value={passphrase}
          onChange={(text) => onChange(text, repeated)}
          onLeave={convert}
          hint={say("shell.first.rules")}
          autoFocus={autoFocus}
          autoComplete="new-password"
        />
        <p className={css["verdict"]} role="status" {...(verdict.good ? { "data-good": "" } : {})}>
          {verdict.good ? `✓ ${verdict.sentence}` : verdict.sentence}
          {converted && ` ${say("shell.first.converted")}`}
        </p>
      </div>
      <LineEntry
        label={say("shell.first.repeat")}
        type={type}
        value={repeated}
        onChange={(text) => onChange(passphrase, text)}
        onLeave={convert}
        onEnter={onEnter}
        error={differs ? say("shell.first.differ") : null}
        autoComplete="new-password"
      />
      <Check checked={shown} onChange={setShown}>
        {say("shell.first.show")}
      </Check>
    </>
  );
}

/** Both are there, good and equal. */
export const mayUse = (passphrase: string, repeated: string): boolean =>
  judge(passphrase).good && halfWidth(passphrase) === halfWidth(repeated);
