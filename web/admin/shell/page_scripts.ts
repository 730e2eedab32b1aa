import type { Page, Route } from '../route_path';

/** The script of every page, loaded when somebody goes there. */
export const scripts = {
  OverviewPage: () => import('../overview/OverviewPage'),
  CustomersPage: () => import('../customers/CustomersPage'),
  CustomerPage: () => import('../customers/CustomerPage'),
  DeliveriesPage: () => import('../deliveries/DeliveriesPage'),
  DeliveryPage: () => import('../deliveries/DeliveryPage'),
  OrdersPage: () => import('../orders/OrdersPage'),
  JobsPage: () => import('../jobs/JobsPage'),
  ImportsPage: () => import('../imports/ImportsPage'),
  MarketingPage: () => import('../marketing/MarketingPage'),
  DoctorPage: () => import('../doctor/DoctorPage'),
  SettingsPage: () => import('../settings/SettingsPage'),
  ErasuresPage: () => import('../erasures/ErasuresPage'),
  ErasurePage: () => import('../erasures/ErasurePage'),
  SetupPage: () => import('../guide/SetupPage'),
  NewShopPage: () => import('../guide/NewShopPage'),
  WebhooksPage: () => import('../webhooks/WebhooksPage'),
  EndpointPage: () => import('../webhooks/EndpointPage'),
  AccessPage: () => import('../access/AccessPage'),
  AuditPage: () => import('../audit/AuditPage'),
};

type Load = () => Promise<unknown>;

const views: Record<Page | 'new', Load> = {
  overview: scripts.OverviewPage, customers: scripts.CustomersPage, deliveries: scripts.DeliveriesPage, orders: scripts.OrdersPage,
  jobs: scripts.JobsPage, imports: scripts.ImportsPage, marketing: scripts.MarketingPage, doctor: scripts.DoctorPage,
  settings: scripts.SettingsPage, erasures: scripts.ErasuresPage, setup: scripts.SetupPage, new: scripts.NewShopPage,
  webhooks: scripts.WebhooksPage, access: scripts.AccessPage, audit: scripts.AuditPage,
};

const details: Partial<Record<Page, Load>> = {
  customers: scripts.CustomerPage, deliveries: scripts.DeliveryPage, webhooks: scripts.EndpointPage, erasures: scripts.ErasurePage,
};

/** Loads the page of a route before anything asks for it. */
export function pageScripts(route: Route): Load {
  const detail = route.page !== 'new' && route.id !== undefined ? details[route.page] : undefined;
  return detail ?? views[route.page];
}
