import { useAct } from "../../../house/act.ts";
import type { ConsentAbout, ConsentLine, ConsentWay } from "../../../house/contract.gen.ts";
import { useSheet } from "../../../house/draft.ts";
import { Button } from "../../../parts/Button.tsx";
import { Choice } from "../../../parts/Choice.tsx";
import { DateEntry } from "../../../parts/DateEntry.tsx";
import { Dialog } from "../../../parts/Dialog.tsx";
import { Form, recorded, refusedAt } from "../../../parts/Form.tsx";
import { LineEntry } from "../../../parts/LineEntry.tsx";
import { codeName, codeOptions } from "../../../words/codes.ts";
import { say } from "../../../words/words.ts";

type KeepProps = { caseId: string; line: ConsentLine | null; today: string; onClose: () => void };

/** What the person agreed to: about what, with whom, when and how it was confirmed, by whom, until when. */
export function ConsentForm({ caseId, line, today, onClose }: KeepProps) {
  const sheet = useSheet(`form/consent/${caseId}/${line?.id ?? "new"}`, {
    about: line?.about ?? ("support" as ConsentAbout),
    scope: line?.scope ?? "",
    given_on: line?.given_on ?? (today as string | null),
    way: line?.way ?? ("oral" as ConsentWay),
    confirmed_by: line?.confirmed_by ?? "",
    valid_until: line?.valid_until ?? (null as string | null),
  });
  const write = useAct("KeepConsent", { refusals: "here" });
  const { given_on, ...rest } = sheet.values;
  const keep = () => {
    if (given_on !== null) write.mutate({ case_id: caseId, consent_id: line?.id ?? null, given_on, ...rest }, recorded(sheet, onClose));
  };
  const at = (field: string) => refusedAt(write.error, field);
  return (
    <Dialog title={say("people.consent.title")} isOpen onClose={onClose}>
      <Form
        sheet={sheet}
        keep={say("people.consent.save")}
        onKeep={keep}
        ready={!write.isPending && given_on !== null}
        refusal={write.error}
        beside={["scope", "given_on", "valid_until", "confirmed_by"]}
      >
        <Choice
          label={say("people.consent.about")}
          value={sheet.values.about}
          onChange={(about) => sheet.set({ about })}
          options={codeOptions("consent_about").map(({ id, label }) => ({ id: id as ConsentAbout, label }))}
        />
        <LineEntry
          label={say("people.consent.scope")}
          hint={say("people.consent.scope_hint")}
          value={sheet.values.scope}
          onChange={(scope) => sheet.set({ scope })}
          error={at("scope")}
        />
        <DateEntry
          label={say("people.consent.given_on")}
          precision="any"
          value={given_on}
          onChange={(next) => sheet.set({ given_on: next })}
          error={at("given_on")}
        />
        <Choice
          label={say("people.consent.way")}
          value={sheet.values.way}
          onChange={(way) => sheet.set({ way })}
          options={codeOptions("consent_way").map(({ id, label }) => ({ id: id as ConsentWay, label }))}
        />
        <LineEntry
          label={say("people.consent.confirmed_by")}
          value={sheet.values.confirmed_by}
          onChange={(confirmed_by) => sheet.set({ confirmed_by })}
          error={at("confirmed_by")}
        />
        <DateEntry
          label={say("people.consent.valid_until")}
          hint={say("people.consent.until_hint")}
          precision="any"
          value={sheet.values.valid_until}
          onChange={(next) => sheet.set({ valid_until: next })}
          error={at("valid_until")}
        />
      </Form>
    </Dialog>
  );
}

/** That a consent was taken back, on a day, in the person's words; nothing is struck out. */
export function WithdrawalForm({ line, today, onClose }: { line: ConsentLine; today: string; onClose: () => void }) {
  const sheet = useSheet(`form/withdrawal/${line.id}`, {
    withdrawn_on: line.withdrawn_on ?? (today as string | null),
    reason: line.withdrawn_reason,
  });
  const write = useAct("WithdrawConsent", { refusals: "here" });
  const keep = () => write.mutate({ consent_id: line.id, ...sheet.values }, recorded(sheet, onClose));
  const undo = () => write.mutate({ consent_id: line.id, withdrawn_on: null, reason: "" }, recorded(sheet, onClose));
  return (
    <Dialog title={say("people.consent.withdraw_of", { what: codeName("consent_about", line.about) })} isOpen onClose={onClose}>
      <Form
        sheet={sheet}
        keep={say("people.consent.save")}
        onKeep={keep}
        ready={!write.isPending && sheet.values.withdrawn_on !== null}
        refusal={write.error}
        beside={["withdrawn_on", "reason"]}
      >
        <DateEntry
          label={say("people.consent.withdrawn_on")}
          precision="any"
          value={sheet.values.withdrawn_on}
          onChange={(next) => sheet.set({ withdrawn_on: next })}
          error={refusedAt(write.error, "withdrawn_on")}
        />
        <LineEntry
          label={say("people.consent.reason")}
          value={sheet.values.reason}
          onChange={(reason) => sheet.set({ reason })}
          error={refusedAt(write.error, "reason")}
        />
        {line.withdrawn_on !== null && (
          <Button kind="quiet" onPress={undo}>
            {say("people.consent.unwithdraw")}
          </Button>
        )}
      </Form>
    </Dialog>
  );
}
