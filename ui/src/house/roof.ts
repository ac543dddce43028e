// The functions of the roof around the house: the vault, files, backups.
import type {
  CalendarImported,
  ChosenTable,
  IsoDate,
  Mapping,
  PaperRequest,
  Queries,
  TableImported,
  TableKind,
  VaultState,
} from "./contract.gen.ts";
import { roof } from "./transport.ts";

/** What is wrong at one place of a folder that was to be brought in. */
export type Fault = { file: string; line: number; column: string; code: string; reason: string };

type RoofFunctions = {
  vault_state: [Record<string, never>, VaultState];
  create_vault: [{ passphrase: string }, { recovery_code: string }];
  confirm_recovery: [{ code: string }, null];
  unlock: [{ passphrase: string; accept_older?: boolean }, null];
  unlock_with_recovery: [{ code: string; new_passphrase: string; accept_older?: boolean }, null];
  lock: [Record<string, never>, null];
  change_passphrase: [{ old: string; new: string }, null];
  choose_pack: [Record<string, never>, { imported: Record<string, number>; faults: Fault[]; fault_count: number } | null];
  export_tables: [{ report: Queries["Report"][0]; form: "csv" | "xlsx" }, { path: string; file_name: string; size: number } | null];
  copy_table: [{ report: Queries["Report"][0]; table: string }, { text: string; file_name: string }];
  export_paper: [{ paper: PaperRequest }, { path: string; file_name: string; pages: number; size: number } | null];
  export_report: [Queries["Report"][0], { path: string; file_name: string; pages: number; size: number } | null];
  choose_table: [Record<string, never>, ChosenTable | null];
  import_table: [{ kind: TableKind; mapping: Mapping }, TableImported];
  save_table_rest: [Record<string, never>, { file_name: string } | null];
  export_calendar: [{ names: boolean }, { file_name: string; plans: number } | null];
  import_calendar: [Record<string, never>, CalendarImported | null];
  stop: [Record<string, never>, null];
  face: [{ codes: boolean | null }, { codes: boolean }];
  backup: [Record<string, never>, { path: string; size: number } | null];
  copies: [Record<string, never>, { own: IsoDate[]; put_aside: IsoDate[] }];
};

/** Calls a function of the roof by name, typed. Throws a `Refusal`. */
export const callRoof = async <N extends keyof RoofFunctions>(name: N, input: RoofFunctions[N][0]): Promise<RoofFunctions[N][1]> =>
  (await roof(name, input)) as RoofFunctions[N][1];
