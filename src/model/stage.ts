/** A `Stage` as AWS describes it (API reference, `Stage`; features A8). */
export interface Stage {
  readonly stageName: string;
  readonly deploymentId: string;
  readonly description?: string;
  readonly clientCertificateId?: string;
  readonly cacheClusterEnabled: boolean;
  readonly cacheClusterSize?: string;
  readonly cacheClusterStatus:
    | 'NOT_AVAILABLE'
    | 'AVAILABLE'
    | 'CREATE_IN_PROGRESS'
    | 'DELETE_IN_PROGRESS'
    | 'FLUSH_IN_PROGRESS';
  /**
   * By `*` + `/*`, or the resource's path and verb as the patch path spelt them (`pets/GET`, `~1pets~1{id}/GET`): AWS gives
   * the key back as it came.
   */
  readonly methodSettings: Readonly<Record<string, MethodSetting>>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly documentationVersion?: string;
  readonly accessLogSettings?: { readonly format?: string; readonly destinationArn?: string };
  readonly canarySettings?: CanarySettings;
  readonly tracingEnabled: boolean;
  readonly webAclArn?: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Seconds since the epoch. */
  readonly createdDate: number;
  /** Seconds since the epoch. */
  readonly lastUpdatedDate: number;
}

export interface MethodSetting {
  readonly metricsEnabled: boolean;
  /** Absent until it was set once, which means `OFF`; AWS then leaves it out, too. */
  readonly loggingLevel?: 'OFF' | 'ERROR' | 'INFO';
  readonly dataTraceEnabled: boolean;
  readonly throttlingBurstLimit: number;
  readonly throttlingRateLimit: number;
  readonly cachingEnabled: boolean;
  readonly cacheTtlInSeconds: number;
  readonly cacheDataEncrypted: boolean;
  readonly requireAuthorizationForCacheControl: boolean;
  readonly unauthorizedCacheControlHeaderStrategy:
    | 'FAIL_WITH_403'
    | 'SUCCEED_WITH_RESPONSE_HEADER'
    | 'SUCCEED_WITHOUT_RESPONSE_HEADER';
}

export interface CanarySettings {
  /** 0.0 to 100.0. */
  readonly percentTraffic: number;
  readonly deploymentId: string;
  readonly stageVariableOverrides?: Readonly<Record<string, string>>;
  readonly useStageCache: boolean;
}
