// The checker itself: a shop where all is well has no fault, and each thing that may go wrong is one.
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { compare } from './checker.mjs';

describe('The checker', () => {
  let journal;
  let rule;
  let kassabro;
  const checks = [{ id: 'B1', email: 'anna@shop.se', value: '100.00' }];
  const delivery = (kind, order_id = '') => ({ contact_id: '1', kind, order_id, state: 'delivered' });

  beforeEach(() => {
    const orders = [{ id: 7, accepted: true }, { id: 8, accepted: true }, { id: 9, accepted: false }];
    const consents = [{ value: true, accepted: true }];
    journal = {
      customers: new Map([['anna@shop.se', { email: 'anna@shop.se', contact: '1', registered: true, orders, consents }]]),
      redemptions: [
        { check: 'B1', receipt: 'r1', amount: '60.00', status: 200 },
        { check: 'B1', receipt: 'r2', amount: '60.00', status: 400 },
      ],
    };
    const bonuschecks = [{ id: 'B1', remaining: '40.00' }];
    rule = { subscribers: [{ email: 'anna@shop.se', fields: { accepts_email: 'true', bonuschecks }, thanked: 2, orders: [7, 8] }] };
    kassabro = {
      deliveries: [delivery('contact_registered'), delivery('order_completed', '7'), delivery('order_completed', '8')],
      consents: [['1', '0'], ['1', '1']],
      redemptions: [['B1', 'r1', '6000']],
      entries: [['B1', 'r1']],
      left: [['B1', '4000']],
    };
  });

  const faults = () => compare(journal, checks, rule, kassabro);
  const finds = (words) => assert.match(faults().join('\n'), words);

  it('finds nothing where all is well', () => assert.deepEqual(faults(), []));
  it('takes what waits for what is there', () => {
    kassabro.deliveries[2].state = 'pending';
    Object.assign(rule.subscribers[0], { orders: [7], thanked: 1 });
    assert.deepEqual(faults(), []);
  });
  it('finds an order that was lost', () => {
    kassabro.deliveries.pop();
    Object.assign(rule.subscribers[0], { orders: [7], thanked: 1 });
    finds(/order 8 was accepted and is lost/);
  });
  it('finds an order that is delivered and not in Rule', () => {
    Object.assign(rule.subscribers[0], { orders: [7], thanked: 1 });
    finds(/order 8 is delivered and not in Rule/);
  });
  it('finds an order that was told twice', () => {
    rule.subscribers[0].orders = [7, 8, 8];
    finds(/order 8 stands 2 times/);
  });
  it('finds orders that were told in another order', () => {
    rule.subscribers[0].orders = [8, 7];
    finds(/out of order/);
  });
  it('finds a purchase that was thanked for twice', () => {
    rule.subscribers[0].thanked = 3;
    finds(/thanked 3 times/);
  });
  it('finds what no till has sent', () => {
    rule.subscribers.push({ email: 'bo@shop.se', fields: {}, thanked: 0, orders: [] });
    finds(/bo@shop.se stands in Rule and was sent by no till/);
    rule.subscribers[0].orders = [7, 8, 10];
    finds(/order 10 stands in Rule/);
  });
  it('finds a customer who is lost, or there twice', () => {
    const [anna] = rule.subscribers;
    rule.subscribers = [];
    finds(/was registered and is not in Rule/);
    rule.subscribers = [anna, anna];
    finds(/stands 2 times in Rule/);
  });
  it('finds a consent that is lost, or another in Rule', () => {
    rule.subscribers[0].fields.accepts_email = 'false';
    finds(/consent true here, false in Rule/);
    kassabro.consents.pop();
    finds(/1 consents accepted, 0 on record/);
  });
  it('finds a bonus check that was overspent', () => {
    kassabro.redemptions.push(['B1', 'r2', '6000']);
    finds(/B1 of 100.00 was spent with 120/);
    finds(/r2 was refused and took 60/);
  });
  it('finds a redemption that is not in the ledger', () => {
    kassabro.entries = [];
    finds(/r1 was answered 200 and stands 0 times/);
  });
  it('finds a check with another rest in Rule', () => {
    rule.subscribers[0].fields.bonuschecks[0].remaining = '100.00';
    finds(/40 left here, 100.00 in Rule/);
  });
});
