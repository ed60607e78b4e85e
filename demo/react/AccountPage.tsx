/** The account page of a SaaS built with React: the same page as the plain tab draws. */

import type { AccountPageProps, AccountView, PlanView } from '../types';
import { Leave } from './Leave';

export function AccountPage(page: AccountPageProps) {
  const { account } = page;
  return (
    <>
      <h1>Account and billing</h1>
      <Profile {...account} />
      {account.plans.map((plan) => (
        <PlanCard key={plan.id} {...plan} />
      ))}
      {account.plans.length === 0 && (
        <p className="card empty">No plan yet. Nothing to pay, nothing to cancel.</p>
      )}
      {account.cancelable.length > 0 && <Leave {...page} />}
    </>
  );
}

function Profile({ name, email, since }: AccountView) {
  return (
    <div className="profile">
      <span className="avatar" aria-hidden="true">
        {name.slice(0, 1)}
      </span>
      <p>
        <strong>{name}</strong>
        <span className="quiet">
          {email} · member since {since}
        </span>
      </p>
    </div>
  );
}

function PlanCard({ name, badge, price, lines, renewal, nextInvoice }: PlanView) {
  return (
    <section className="card plan" aria-label={`Plan ${name}`}>
      <div className="plan-head">
        <h2>{name}</h2>
        <span className={`badge badge-${badge.tone}`}>{badge.text}</span>
      </div>
      <p className="plan-price">{price}</p>
      {lines.length > 0 && (
        <ul className="plan-lines">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p className="plan-renewal">
        {renewal}
        {nextInvoice && `. Next invoice: ${nextInvoice}`}.
      </p>
    </section>
  );
}
