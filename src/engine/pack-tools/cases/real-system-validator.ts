import { validatorOf } from "../../validate/validator.js";
import { realSystemSchema } from "./cases-schema.js";

export const realSystemValidator = validatorOf(realSystemSchema);
