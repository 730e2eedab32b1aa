import { lazy, type ComponentType, type LazyExoticComponent, type ReactNode } from 'react';
import {
  IconActivity, IconBuildingStore, IconFileImport, IconInbox, IconRoute, IconSend, IconSettings, IconSparkles, IconStethoscope, IconUsers,
} from '../../components/icons';
import type { Page } from '../route';
import { scripts } from './page_scripts';

interface Row {
  /** In the navigation. */
  icon?: ReactNode;
  /** The page of the navigation from which one comes here. */
  within?: Page;
  /** Not for all shops at once. */
  needsAccount: boolean;
  view: LazyExoticComponent<ComponentType>;
  /** The page of one of them, for pages that have such. */
  detail?: LazyExoticComponent<ComponentType<{ id: string }>>;
}

const size = 18;

export const pageTable: Record<Page, Row> = {
  overview: { icon: <IconActivity size={size} />, needsAccount: false, view: lazy(scripts.OverviewPage) },
  customers: {
    icon: <IconUsers size={size} />,
    needsAccount: true,
    view: lazy(scripts.CustomersPage),
    detail: lazy(scripts.CustomerPage),
  },
  deliveries: {
    icon: <IconSend size={size} />,
    needsAccount: false,
    view: lazy(scripts.DeliveriesPage),
    detail: lazy(scripts.DeliveryPage),
  },
  orders: { icon: <IconInbox size={size} />, needsAccount: false, view: lazy(scripts.OrdersPage) },
  jobs: { icon: <IconRoute size={size} />, needsAccount: true, view: lazy(scripts.JobsPage) },
  imports: { icon: <IconFileImport size={size} />, needsAccount: true, view: lazy(scripts.ImportsPage) },
  marketing: { icon: <IconSparkles size={size} />, needsAccount: true, view: lazy(scripts.MarketingPage) },
  doctor: { icon: <IconStethoscope size={size} />, needsAccount: false, view: lazy(scripts.DoctorPage) },
  settings: { icon: <IconSettings size={size} />, needsAccount: true, view: lazy(scripts.SettingsPage) },
  erasures: {
    within: 'customers',
    needsAccount: true,
    view: lazy(scripts.ErasuresPage),
    detail: lazy(scripts.ErasurePage),
  },
  setup: { icon: <IconBuildingStore size={size} />, needsAccount: true, view: lazy(scripts.SetupPage) },
};

export const needsAccount = (page: Page): boolean => pageTable[page].needsAccount;
