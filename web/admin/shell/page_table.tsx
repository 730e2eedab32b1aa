import { lazy, type ComponentType, type LazyExoticComponent, type ReactNode } from 'react';
import {
  IconActivity, IconBuildingStore, IconFileImport, IconInbox, IconKey, IconRoute, IconSend, IconSettings, IconShieldCheck, IconSparkles,
  IconStethoscope, IconUsers, IconWebhook,
} from '../../components/icons';
import type { Scope } from '../rights';
import type { Page, Route } from '../route';
import { scripts } from './page_scripts';

interface Row {
  /** In the navigation. */
  icon?: ReactNode;
  /** The page of the navigation from which one comes here. */
  within?: Page;
  /** The right that it takes; `detailScope` where the page of one of them takes another. */
  scope: Scope;
  detailScope?: Scope;
  /** Not for all shops at once. */
  needsAccount: boolean;
  view: LazyExoticComponent<ComponentType>;
  /** The page of one of them, for pages that have such. */
  detail?: LazyExoticComponent<ComponentType<{ id: string }>>;
}

const size = 18;

export const pageTable: Record<Page, Row> = {
  overview: { icon: <IconActivity size={size} />, scope: 'read', needsAccount: false, view: lazy(scripts.OverviewPage) },
  customers: {
    icon: <IconUsers size={size} />,
    scope: 'customers',
    needsAccount: true,
    view: lazy(scripts.CustomersPage),
    detail: lazy(scripts.CustomerPage),
  },
  deliveries: {
    icon: <IconSend size={size} />,
    scope: 'read',
    detailScope: 'customers',
    needsAccount: false,
    view: lazy(scripts.DeliveriesPage),
    detail: lazy(scripts.DeliveryPage),
  },
  orders: { icon: <IconInbox size={size} />, scope: 'read', needsAccount: false, view: lazy(scripts.OrdersPage) },
  jobs: { icon: <IconRoute size={size} />, scope: 'read', needsAccount: true, view: lazy(scripts.JobsPage) },
  imports: { icon: <IconFileImport size={size} />, scope: 'imports', needsAccount: true, view: lazy(scripts.ImportsPage) },
  marketing: { icon: <IconSparkles size={size} />, scope: 'marketing', needsAccount: true, view: lazy(scripts.MarketingPage) },
  doctor: { icon: <IconStethoscope size={size} />, scope: 'read', needsAccount: false, view: lazy(scripts.DoctorPage) },
  settings: { icon: <IconSettings size={size} />, scope: 'accounts', needsAccount: true, view: lazy(scripts.SettingsPage) },
  erasures: {
    within: 'customers',
    scope: 'erase',
    needsAccount: true,
    view: lazy(scripts.ErasuresPage),
    detail: lazy(scripts.ErasurePage),
  },
  setup: { icon: <IconBuildingStore size={size} />, scope: 'accounts', needsAccount: true, view: lazy(scripts.SetupPage) },
  webhooks: {
    icon: <IconWebhook size={size} />,
    scope: 'read',
    needsAccount: true,
    view: lazy(scripts.WebhooksPage),
    detail: lazy(scripts.EndpointPage),
  },
  access: { icon: <IconKey size={size} />, scope: 'access', needsAccount: false, view: lazy(scripts.AccessPage) },
  audit: { icon: <IconShieldCheck size={size} />, scope: 'audit', needsAccount: false, view: lazy(scripts.AuditPage) },
};

export const needsAccount = (page: Page): boolean => pageTable[page].needsAccount;

/** The right that a page takes; to connect a shop takes that of its settings. */
export function scopeOf(route: Route): Scope {
  if (route.page === 'new') return 'accounts';
  const { scope, detailScope } = pageTable[route.page];
  return (route.id === undefined ? undefined : detailScope) ?? scope;
}
