import { Page, Section } from "../../parts/Page.tsx";
import { say } from "../../words/words.ts";
import css from "./exchange.module.css";
import { PackImport } from "./PackImport.tsx";
import { PasteImport } from "./PasteImport.tsx";
import { TableImport } from "./TableImport.tsx";

/** Bringing in what a coordinator already has: a list out of a file or out of a spreadsheet, or a whole folder. */
export function PasteScreen() {
  return (
    <Page title={say("release.paste.title")} sub={say("release.paste.sub")}>
      <Section title={say("pack.table.title")}>
        <TableImport />
      </Section>
      <div className={css["apart"]}>
        <Section title={say("pack.table.paste")}>
          <div className={css["file"]}>
            <PasteImport />
          </div>
        </Section>
      </div>
      <div className={css["apart"]}>
        <Section title={say("release.paste.pack_title")}>
          <PackImport />
        </Section>
      </div>
    </Page>
  );
}
