/** Members that are one thing, under its id. */
export interface Group<Member> {
  readonly id: string;
  readonly members: readonly Member[];
}

/** That things are one, that members of one are another, or that something is none; of entities, stories, events and disputes alike. */
export type GroupCorrection<Member> =
  | {
      readonly kind: "merge";
      readonly to: string;
      /** The ids that the things had when they were said to be one. */
      readonly ids: ReadonlySet<string>;
      /** Whether somebody was a member of one of them then. */
      readonly holds: (member: Member) => boolean;
    }
  | { readonly kind: "split"; readonly to: string; readonly holds: (member: Member) => boolean }
  | { readonly kind: "drop"; readonly ids: ReadonlySet<string>; readonly holds: (member: Member) => boolean };

/**
 * The groups after the corrections, in the order in which these were made: what a merge knows by its id or by a member takes the merge's id, and
 * members that a split names go to the split's; what is to be dropped is left out. Groups that come to have one id are one, at the place of the first.
 */
export function correctGroups<Member>(
  groups: readonly Group<Member>[],
  corrections: readonly GroupCorrection<Member>[],
): readonly Group<Member>[] {
  return corrections.reduce((now, correction) => joined(now.flatMap((group) => corrected(group, correction))), groups);
}

function corrected<Member>(group: Group<Member>, correction: GroupCorrection<Member>): readonly Group<Member>[] {
  switch (correction.kind) {
    case "merge":
      return merged(group, correction);
    case "split":
      return split(group, correction);
    case "drop":
      return correction.ids.has(group.id) || group.members.some(correction.holds) ? [] : [group];
  }
}

type Correcting<Member, Kind> = Extract<GroupCorrection<Member>, { readonly kind: Kind }>;

function merged<Member>(
  group: Group<Member>,
  { to, ids, holds }: Correcting<Member, "merge">,
): readonly Group<Member>[] {
  return [ids.has(group.id) || group.members.some(holds) ? { ...group, id: to } : group];
}

function split<Member>(group: Group<Member>, { to, holds }: Correcting<Member, "split">): readonly Group<Member>[] {
  const away = group.members.filter(holds);
  if (away.length === 0) return [group];
  const rest = group.members.filter((member) => !holds(member));
  return [...(rest.length === 0 ? [] : [{ ...group, members: rest }]), { id: to, members: away }];
}

function joined<Member>(groups: readonly Group<Member>[]): readonly Group<Member>[] {
  const byId = new Map<string, Group<Member>>();
  for (const group of groups) {
    const known = byId.get(group.id);
    byId.set(group.id, known === undefined ? group : { id: group.id, members: [...known.members, ...group.members] });
  }
  return [...byId.values()];
}
