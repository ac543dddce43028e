import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useAct } from "../../../house/act.ts";
import { ask } from "../../../house/ask.ts";
import type { Attachment, StagedFile } from "../../../house/contract.gen.ts";
import { showSaid } from "../../../house/notices.ts";
import { Button } from "../../../parts/Button.tsx";
import { Dialog } from "../../../parts/Dialog.tsx";
import { Answer } from "../../../parts/States.tsx";
import { say } from "../../../words/words.ts";
import css from "./notes.module.css";

/** Chooses photos and papers. Their bytes go straight into the vault; nothing is written beside it. */
export function AddFiles({ onAdd }: { onAdd: (files: StagedFile[]) => void }) {
  const chooser = useRef<HTMLInputElement>(null);
  const stage = useAct("StageFile");
  const [reading, setReading] = useState(false);
  const take = async (chosen: FileList | null) => {
    setReading(true);
    const staged: StagedFile[] = [];
    for (const file of chosen ?? []) {
      try {
        staged.push(await stage.mutateAsync({ name: file.name, data: await base64Of(file) }));
      } catch {
        // Why it was refused stands at the foot; the others go on.
      }
    }
    setReading(false);
    if (chooser.current !== null) chooser.current.value = "";
    if (staged.length > 0) onAdd(staged);
  };
  return (
    <>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept="image/png,image/jpeg,application/pdf"
        aria-label={say("people.file.add")}
        onChange={(event) => void take(event.currentTarget.files)}
      />
      <Button kind="quiet" dense isDisabled={reading} onPress={() => chooser.current?.click()}>
        {reading ? say("people.file.reading") : say("people.file.add")}
      </Button>
    </>
  );
}

/** The bytes of a file as Base64, without what the engine puts before them. */
const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => reject(new Error("unread"));
    reader.readAsDataURL(file);
  });

/** Files that go with a note once it is recorded. */
export function StagedFiles({ files, onChange }: { files: readonly StagedFile[]; onChange: (files: StagedFile[]) => void }) {
  if (files.length === 0) return null;
  return (
    <ul className={css["files"]} aria-label={say("people.file.title")}>
      {files.map((file) => (
        <li key={file.sha256}>
          {file.name}
          <span className={css["aside"]}>{sizeOf(file.size)}</span>
          <Button
            kind="quiet"
            dense
            label={say("people.file.leave", { name: file.name })}
            onPress={() => onChange(files.filter((one) => one !== file))}
          >
            {say("people.template.remove")}
          </Button>
        </li>
      ))}
    </ul>
  );
}

const sizeOf = (bytes: number): string => say("people.file.size", { n: Math.max(1, Math.round(bytes / 1024)) });

/** Photos and papers of a recorded note, opened inside. */
export function FileList({ files }: { files: readonly Attachment[] }) {
  const [shown, setShown] = useState<Attachment | null>(null);
  if (files.length === 0) return null;
  return (
    <ul className={css["files"]} aria-label={say("people.file.title")}>
      {files.map((file) => (
        <li key={file.id}>
          <Button dense label={say("people.file.open", { name: file.name })} onPress={() => setShown(file)}>
            {file.name}
          </Button>
          <span className={css["aside"]}>{sizeOf(file.size)}</span>
        </li>
      ))}
      {shown !== null && <FileView file={shown} onClose={() => setShown(null)} />}
    </ul>
  );
}

const WIDTHS = [800, 1200, 1800] as const;

/** One photo, or the pages of one paper. */
function FileView({ file, onClose }: { file: Attachment; onClose: () => void }) {
  const [page, setPage] = useState(1);
  const [size, setSize] = useState(0);
  const width = WIDTHS[size] ?? WIDTHS[0];
  const picture = useQuery({
    ...ask("AttachmentPage", { attachment_id: file.id, page, width: file.kind === "pdf" ? width : 0 }),
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
  const throwAway = useAct("ThrowAway");
  const remove = () =>
    throwAway.mutate(
      { kind: "attachment", record_id: file.id },
      {
        onSuccess: () => {
          onClose();
          showSaid(say("people.trash.thrown"), true);
        },
      },
    );
  const pages = picture.data?.pages ?? 1;
  return (
    <Dialog
      title={file.name}
      isOpen
      onClose={onClose}
      width="wide"
      foot={
        <>
          <Button kind="warn" onPress={remove} isDisabled={throwAway.isPending}>
            {say("people.file.remove")}
          </Button>
          <Button onPress={() => setSize(size - 1)} isDisabled={size === 0}>
            {say("people.file.narrower")}
          </Button>
          <Button onPress={() => setSize(size + 1)} isDisabled={size === WIDTHS.length - 1}>
            {say("people.file.wider")}
          </Button>
          {pages > 1 && (
            <>
              <Button onPress={() => setPage(page - 1)} isDisabled={page === 1}>
                {say("people.file.previous")}
              </Button>
              <Button onPress={() => setPage(page + 1)} isDisabled={page === pages}>
                {say("people.file.next")}
              </Button>
            </>
          )}
        </>
      }
    >
      {pages > 1 && <p className={css["change"]}>{say("people.file.page", { page, pages })}</p>}
      <Answer of={picture}>
        {(shown) => (
          <div className={css["picture"]}>
            <img src={`data:${shown.mime};base64,${shown.data}`} alt={file.name} width={width} />
          </div>
        )}
      </Answer>
    </Dialog>
  );
}
