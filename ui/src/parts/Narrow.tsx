import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Header } from "react-aria-components/Header";
import { Menu, MenuItem, MenuSection, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { say } from "../words/words.ts";
import { Button } from "./Button.tsx";
import css from "./Narrow.module.css";

export type NarrowChip = { label: string; token: string; without: string };
export type NarrowGroup = { key: string; label: string; choices: readonly { label: string; token: string }[] };
type Props = {
  query: string;
  onQuery: (query: string) => void;
  /** The question without any condition. */
  words: string;
  chips: readonly NarrowChip[];
  told: readonly string[];
  groups: readonly NarrowGroup[];
  /** One button for all groups, where there is little room. */
  folded?: boolean;
  /** What can be done with the chips. */
  children?: ReactNode;
  /** What else stands in the same line, at its end. */
  tools?: ReactNode;
};

/** Narrows a list without any syntax: what can be chosen, what is chosen, and what could not be understood. */
export function Narrow({ query, onQuery, words, chips, told, groups, folded = false, children, tools }: Props) {
  const pick = (token: string) => {
    const chosen = chips.find((chip) => chip.token === token);
    onQuery(chosen === undefined ? `${query.trimEnd()} ${token}`.trimStart() : chosen.without);
  };
  const chosen = (group: NarrowGroup) => group.choices.filter((one) => chips.some((chip) => chip.token === one.token));
  return (
    <div className={css["narrow"]}>
      <div className={css["line"]}>
        <div className={css["line"]} role="group" aria-label={say("find.narrow")}>
          {folded ? (
            <Groups label={say("find.narrow")} groups={groups} chosen={groups.flatMap(chosen)} onPick={pick} />
          ) : (
            groups.map((group) => <Groups key={group.key} label={group.label} groups={[group]} chosen={chosen(group)} onPick={pick} />)
          )}
        </div>
        {tools}
      </div>
      {chips.length > 0 && (
        <ul className={css["chips"]} aria-label={say("find.chips")}>
          {chips.map((chip) => (
            <li key={chip.token}>
              <AriaButton
                className={css["chip"] ?? ""}
                aria-label={say("find.drop_of", { label: chip.label })}
                onPress={() => onQuery(chip.without)}
              >
                {chip.label}
                <span aria-hidden="true">×</span>
              </AriaButton>
            </li>
          ))}
          {chips.length > 1 && (
            <li>
              <Button kind="quiet" dense onPress={() => onQuery(words)}>
                {say("find.clear")}
              </Button>
            </li>
          )}
          {children !== undefined && <li>{children}</li>}
        </ul>
      )}
      <div role="status">
        {told.map((sentence) => (
          <p key={sentence} className={css["told"]}>
            {sentence}
          </p>
        ))}
      </div>
    </div>
  );
}

type GroupsProps = {
  label: string;
  groups: readonly NarrowGroup[];
  chosen: readonly { token: string }[];
  onPick: (token: string) => void;
};

function Groups({ label, groups, chosen, onPick }: GroupsProps) {
  return (
    <MenuTrigger>
      <AriaButton className={css["open"] ?? ""} data-chosen={chosen.length > 0 ? "" : undefined}>
        {label}
        <span aria-hidden="true">▾</span>
      </AriaButton>
      <Popover className={css["popover"] ?? ""} placement="bottom start">
        <Menu
          className={css["menu"] ?? ""}
          aria-label={label}
          selectionMode="multiple"
          selectedKeys={chosen.map((one) => one.token)}
          onAction={(key) => onPick(String(key))}
        >
          {groups.map((group) => (
            <MenuSection key={group.key} aria-label={group.label}>
              {groups.length > 1 && <Header className={css["head"] ?? ""}>{group.label}</Header>}
              {group.choices.map((choice) => (
                <MenuItem key={choice.token} id={choice.token} textValue={choice.label} className={css["item"] ?? ""}>
                  {choice.label}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
