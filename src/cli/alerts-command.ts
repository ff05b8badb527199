import { Command, InvalidArgumentError, Option } from "commander";
import { watchFilters } from "../ask/brief-question.js";
import { type AlertTarget, alertTarget, type DeliveryPolicy, deliver } from "../run/deliver.js";
import type { Effects } from "../run/effects.js";
import { watchedLines } from "../store/queries/watched-lines.js";
import type { Store, WritableStore } from "../store/store.js";
import { deliveredTo, findWatches, lastAlerts, recordDelivery, type Watch } from "../store/watches.js";
import { type AlertView, alertViews } from "../view/alert-view.js";
import { alertsAtom } from "./alerts-atom.js";
import { counted } from "./counted.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";
import { allowPrivateOption } from "./known-options.js";
import { inMail, type MailOptions, mailOptions, mailSender } from "./mail-options.js";
import { renderAlert } from "./render-alert.js";
import { renderingFor } from "./rendering.js";
import { withRecord, withWritableRecord } from "./with-record.js";

interface AlertsOptions extends DatabaseOption, MailOptions {
  readonly to?: readonly WrittenTarget[];
  readonly sinceLast?: true;
  readonly allowPrivate?: true;
  readonly json?: true;
}

/** A target with the words that name it, under which it is remembered. */
interface WrittenTarget {
  readonly written: string;
  readonly target: AlertTarget;
}

/** `sitrep alerts`: what is new for the watches, and why. */
export function alertsCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  const command = new Command("alerts")
    .summary("print or send what is new for your watches, and why")
    .description(
      "Prints the lines that match a watch and came in after it was set up, each with the reason. With --to they are delivered, each once to each target; whatever a target does not accept is delivered the next time.",
    )
    .addOption(new Option("--to <target...>", targetForms).argParser(checkedTarget))
    .addOption(new Option("--since-last", "print only what was not printed with this option before"))
    .addOption(new Option("--json", "print the alerts as one JSON object"))
    .addOption(allowPrivateOption())
    .addOption(databaseOption())
    .addHelpText("after", examples)
    .action(async (options: AlertsOptions) => exit(await alerts(options, effects)));
  for (const option of mailOptions("mail:ADDRESS")) command.addOption(option);
  return command;
}

const examples = `
Examples:
  sitrep watchlist add oslovar --country Tarvenia --kind posture action
  sitrep alerts --since-last
  sitrep alerts --to atom:alerts.xml --to webhook:https://hooks.example/news
  SITREP_MAIL_PASSWORD=… sitrep alerts --to mail:duty@desk.example --mail-server smtps://sitrep%40desk.example@mail.desk.example

Exit status: 0 all delivered; 1 a target did not accept them.`;

const targetForms = "atom:FILE, webhook:URL, mail:ADDRESS or command:CMD";

function checkedTarget(written: string, before: readonly WrittenTarget[] = []): readonly WrittenTarget[] {
  const target = alertTarget(written);
  if (target === null) throw new InvalidArgumentError(`Expected ${targetForms}.`);
  return [...before, { written, target }];
}

/** What was printed is remembered under this name. */
const terminal = "terminal";

async function alerts(options: AlertsOptions, effects: Effects): Promise<ExitStatus> {
  const { to = [], sinceLast, db } = options;
  if (to.length === 0 && sinceLast !== true) {
    return await withRecord(db, async (store) => {
      await printAlerts(
        (await pendingFor(null, store, effects)).flatMap((one) => one.alerts),
        options,
        effects,
      );
      return 0;
    });
  }
  return await withWritableRecord(db, effects, async (store) => {
    let status: ExitStatus = 0;
    for (const one of to) if (!(await deliverTo(one, store, options, effects))) status = 1;
    if (sinceLast === true) {
      const pending = await pendingFor(terminal, store, effects);
      await printAlerts(
        pending.flatMap((one) => one.alerts),
        options,
        effects,
      );
      await remember(pending, terminal, store);
    }
    return status;
  });
}

/** What a watch has for a target, and up to which version that is everything. */
interface Pending {
  readonly watch: Watch;
  readonly alerts: readonly AlertView[];
  readonly seen: number;
}

/** What all watches have for a target that was not delivered to it; for none, all since each was set up. */
async function pendingFor(target: string | null, store: Store, effects: Effects): Promise<readonly Pending[]> {
  const pending: Pending[] = [];
  for (const watch of await findWatches(store)) {
    const told =
      target === null ? { seen: watch.seen, subjects: new Set<string>() } : await deliveredTo(store, watch, target);
    const questions = await watchFilters(watch, store, effects);
    const lines = await watchedLines(store, { after: told.seen, kinds: watch.kinds, questions });
    pending.push({ watch, alerts: alertViews(watch.name, lines, told.subjects), seen: lines.seen });
  }
  return pending;
}

/** True where the target took everything. It is remembered after the target took it: what is lost in between is delivered again, never left out. */
async function deliverTo(
  { written, target }: WrittenTarget,
  store: WritableStore,
  options: AlertsOptions,
  effects: Effects,
): Promise<boolean> {
  const pending = await pendingFor(written, store, effects);
  const views = pending.flatMap((one) => one.alerts);
  if (views.length > 0) {
    const now = store.now().toISOString();
    const message = {
      json: `${JSON.stringify({ alerts: views }, null, 2)}\n`,
      atom: () => feedOf(views, written, store, now),
      subject: subjectOf(views),
      text: views.map((one) => renderAlert(one, inMail)).join("\n"),
    };
    const failure = await deliver(target, message, effects, deliveryPolicy(options));
    if (failure !== null) {
      effects.report(`sitrep: ${written}: ${counted(views.length, "alert")} not delivered, ${failure}\n`);
      return false;
    }
  }
  await remember(pending, written, store);
  effects.report(`sitrep: ${written}: ${counted(views.length, "alert")} delivered\n`);
  return true;
}

function deliveryPolicy(options: AlertsOptions): DeliveryPolicy {
  return { allowPrivate: options.allowPrivate === true, mail: mailSender(options) };
}

function subjectOf(views: readonly AlertView[]): string {
  const watches = [...new Set(views.map(({ watch }) => watch))];
  return `Sitrep: ${counted(views.length, "alert")} (${watches.join(", ")})`;
}

async function remember(pending: readonly Pending[], target: string, store: WritableStore): Promise<void> {
  const at = store.now().toISOString();
  for (const { watch, alerts: told, seen } of pending) {
    await recordDelivery(store, { watch: watch.name, target, seen, alerts: told }, at);
  }
}

/** The new ones before those that the feed had, so many at most that a reader who comes once a week misses none. */
async function feedOf(views: readonly AlertView[], target: string, store: Store, now: string): Promise<string> {
  const before = (await lastAlerts(store, target, mostEntries)).map(({ at, alert }) => ({
    at,
    // The column holds what `remember` wrote.
    alert: JSON.parse(alert) as AlertView,
  }));
  const entries = [...views.toReversed().map((alert) => ({ at: now, alert })), ...before];
  return alertsAtom(entries.slice(0, Math.max(mostEntries, views.length)), target, now);
}

const mostEntries = 500;

async function printAlerts(views: readonly AlertView[], { json }: AlertsOptions, effects: Effects): Promise<void> {
  if (json) await effects.print(`${JSON.stringify({ alerts: views }, null, 2)}\n`);
  else if (views.length === 0) await effects.print("Nothing new.\n");
  else await effects.print(views.map((one) => renderAlert(one, renderingFor(effects.output))).join("\n"));
}
