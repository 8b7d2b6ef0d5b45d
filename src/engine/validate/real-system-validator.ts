import { realSystemSchema } from "./cases-schema.js";
import { validatorOf } from "./validator.js";

export const realSystemValidator = validatorOf(realSystemSchema);
