import { Button } from "react-aria-components/Button";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { Kbd } from "./Kbd.tsx";
import css from "./Rail.module.css";

type Place = { id: string; label: string; keys?: string };
type Act = Place & { onPress: () => void; isDisabled?: boolean; says?: string; isOn?: boolean };
type Props = {
  label: string;
  title: string;
  note: string | null;
  places: readonly Place[];
  acts: readonly Act[];
  foot: readonly Place[];
  /** Small acts, two side by side. */
  pairs: readonly (readonly Act[])[];
  current: string;
  onGo: (id: string) => void;
};

/** The rail: every room by its word. */
export function Rail({ label, title, note, places, acts, foot, pairs, current, onGo }: Props) {
  const place = (item: Place) => (
    <Button
      key={item.id}
      className={css["place"] ?? ""}
      onPress={() => onGo(item.id)}
      {...(item.id === current ? { "aria-current": "page" as const } : {})}
    >
      <span>{item.label}</span>
      {item.keys !== undefined && <Kbd keys={item.keys} />}
    </Button>
  );
  const turn = (item: Act) => (
    <ToggleButton
      key={item.id}
      className={css["act"] ?? ""}
      isSelected={item.isOn ?? false}
      onChange={item.onPress}
      {...(item.says === undefined ? {} : { "aria-label": item.says })}
    >
      <span>{item.label}</span>
    </ToggleButton>
  );
  const act = (item: Act) => (
    <Button
      key={item.id}
      className={css["act"] ?? ""}
      onPress={item.onPress}
      isDisabled={item.isDisabled ?? false}
      {...(item.says === undefined ? {} : { "aria-label": item.says })}
    >
      <span>{item.label}</span>
      {item.keys !== undefined && <Kbd keys={item.keys} />}
    </Button>
  );
  return (
    <nav className={css["rail"]} aria-label={label}>
      <p className={css["title"]}>{title}</p>
      {note !== null && <p className={css["note"]}>{note}</p>}
      <div className={css["acts"]}>{acts.map(act)}</div>
      <div className={css["places"]}>{places.map(place)}</div>
      <div className={css["foot"]}>
        {foot.map(place)}
        {pairs.map((pair) => (
          <div key={pair[0]?.id} className={css["pair"]}>
            {pair.map((item) => (item.isOn === undefined ? act(item) : turn(item)))}
          </div>
        ))}
      </div>
    </nav>
  );
}
