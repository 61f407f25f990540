import { ActionForm } from "@/components/ui/action-form";
import { DataTable } from "@/components/ui/data-table";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { changeMembershipAction } from "@/lib/inquiry/actions";
import type { Member } from "@/lib/inquiry/queries";
import { MEMBER_ROLES } from "@/lib/inquiry/visibility";

const roles = MEMBER_ROLES.map(({ code, label }) => ({ value: code, label }));

/** Who belongs to an inquiry, and as what. */
export function MemberTable({ slug, members }: { slug: string; members: readonly Member[] }) {
  return (
    <DataTable label="Members and their roles">
      <thead>
        <tr>
          <th scope="col">Member</th>
          <th scope="col">Role</th>
        </tr>
      </thead>
      <tbody>
        {members.map(({ analystId, name, role, hasAccount }) => (
          <tr key={analystId}>
            <th scope="row">
              <bdi>{name}</bdi>
              {!hasAccount && <span className="block text-xs font-normal text-ink-soft">has no account</span>}
            </th>
            <td>
              <ActionForm
                action={changeMembershipAction}
                id={`member-${analystId}`}
                hidden={{ slug, analystId, returnTo: `/inquiries/${slug}/settings` }}
                submitLabel="Change"
                submitVariant="plain"
                className="flex flex-wrap items-start gap-3"
              >
                <SelectField
                  name="role"
                  label={`Role of ${name}`}
                  hideLabel
                  options={[...roles, { value: "none", label: "No member any more" }]}
                  defaultValue={role}
                  width="short"
                />
              </ActionForm>
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** Brings somebody in who has an account here. */
export function AddMemberForm({ slug }: { slug: string }) {
  return (
    <ActionForm
      action={changeMembershipAction}
      id="add-member"
      hidden={{ slug, returnTo: `/inquiries/${slug}/settings` }}
      submitLabel="Add to the inquiry"
    >
      <TextField
        name="email"
        label="E-mail"
        hint="Of their account here."
        type="email"
        dir="ltr"
        autoComplete="off"
        width="medium"
        required
      />
      <SelectField
        name="role"
        label="Role"
        options={MEMBER_ROLES.map(({ code, label, help }) => ({ value: code, label: `${label} – ${help}` }))}
        defaultValue="analyst"
      />
    </ActionForm>
  );
}
